//! The table itself.

/// Declares the strings as fields of one type with two values of it, and lists them for the tests.
macro_rules! table {
    ($($name:ident: $zh:literal, $en:literal;)*) => {
        /// Every string of the interface. `{}` marks the place of a value.
        #[allow(missing_docs, reason = "the words stand beside the name")]
        #[derive(Debug)]
        pub struct Strings { $(pub $name: &'static str,)* }

        /// Simplified Chinese.
        pub static ZH: Strings = Strings { $($name: $zh,)* };

        /// English.
        pub static EN: Strings = Strings { $($name: $en,)* };

        /// Name, Chinese and English of every string.
        #[cfg(test)]
        pub(super) static ALL: &[(&str, &str, &str)] = &[$((stringify!($name), $zh, $en),)*];
    };
}

table! {
    // The frame of every page.
    site: "指标", "指标 zhibiao";
    pages: "页面", "Pages";
    overview: "总览", "Overview";
    report: "报道", "Reports";
    explore: "图表", "Charts";
    add: "添加", "Add";
    method: "方法", "Method";
    skip: "跳到正文", "Skip to content";
    theme_label: "配色", "Colours";
    theme_system: "跟随系统", "System";
    theme_light: "浅色", "Light";
    theme_dark: "深色", "Dark";
    private: "全部计算在你的浏览器里完成，不上传任何内容。", "Everything is computed in your browser; nothing is uploaded.";
    foot_method: "方法、局限与许可", "Method, limits and licence";

    // Kinds of figure.
    level: "水平", "Level";
    change: "增减", "Change";
    share: "占比", "Share";
    completion: "完成", "Completion";
    rank: "位次", "Rank";
    gap: "差距", "Gap";
    level_means: "有多少、多大、多久；满意率之类的比率也在内", "how much, how many, how long; rates such as satisfaction too";
    change_means: "比某个基数增加或减少了多少", "growth or decline against a base";
    share_means: "占整体的几成", "part of a whole";
    completion_means: "计划完成了多少", "part of a plan";
    rank_means: "在一个次序里的第几位", "a place in an order";
    gap_means: "比另一方高多少、低多少", "distance to a comparator";

    // How a slot was filled.
    stated: "写明", "Stated";
    inherited: "沿用", "Inherited";
    assumed: "推定", "Assumed";
    unknown: "未知", "Unknown";
    stated_means: "就写在这个数旁边", "said beside the figure";
    inherited_means: "前文说过，到这里仍然有效", "said earlier and still running";
    assumed_means: "没有说，取最可能的读法", "not said; the likeliest reading";
    unknown_means: "没有说，也推不出来，就空着", "neither said nor implied, so left open";

    // Bounds and status.
    bound_approx: "约数", "About";
    bound_gt: "超过此数", "More than this";
    bound_ge: "不少于此数", "At least this";
    bound_lt: "不到此数", "Less than this";
    bound_le: "不超过此数", "At most this";
    expected: "预计，尚未发生", "Expected, not yet so";
    planned: "计划或目标，尚未发生", "Planned or a target, not yet so";

    // What was cut.
    cut_markup: "网页代码", "Page code";
    cut_chrome: "导航、计数等页面附件", "Navigation, counters and other page furniture";
    cut_caption: "图片说明", "Picture captions";
    cut_repeat: "重复的段落", "Repeated passages";
    cut_annotation: "注音等标注", "Reading aids such as pinyin";

    // Ways to show an answer, and periods.
    view_chart: "图", "Chart";
    view_table: "表", "Table";
    view_sources: "出处", "Sources";
    period_year: "全年", "Full year";
    period_part: "不满一年", "Part of a year";
    period_stock: "截至某时", "As of a date";
    period_other: "其他时段", "Other periods";
}
