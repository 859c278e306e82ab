//! The pages, apart from what is chosen on them.

use super::{CheckPlace, ExplorePlace, Place};

/// The pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// 总览.
    Overview,
    /// 报道.
    Report,
    /// 开发区.
    Zone,
    /// 图表.
    Explore,
    /// 数据.
    Figures,
    /// 核对.
    Check,
    /// 添加.
    Add,
    /// 方法.
    Method,
}

impl Page {
    /// The pages of the navigation, in its order.
    pub const ALL: [Self; 7] = [
        Self::Overview,
        Self::Report,
        Self::Explore,
        Self::Figures,
        Self::Check,
        Self::Add,
        Self::Method,
    ];

    /// The page with nothing chosen on it.
    pub fn place(self) -> Place {
        match self {
            Self::Overview => Place::Overview,
            Self::Report => Place::Reports,
            Self::Zone => Place::Zone(String::new()),
            Self::Explore => Place::Explore(ExplorePlace::default()),
            Self::Figures => Place::Figures(String::new()),
            Self::Check => Place::Check(CheckPlace::default()),
            Self::Add => Place::Add,
            Self::Method => Place::Method,
        }
    }

    /// Its name in addresses and style sheets.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Report => "report",
            Self::Zone => "zone",
            Self::Explore => "explore",
            Self::Figures => "figures",
            Self::Check => "check",
            Self::Add => "add",
            Self::Method => "method",
        }
    }
}
