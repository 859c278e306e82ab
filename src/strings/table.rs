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

    comma: "，", ", ";
    semicolon: "；", "; ";
    close: "关闭", "Close";

    // Reports.
    reports_lede: "点开一篇，每个数都在原文里标出；选中一个，看它量的是什么、说的是谁、什么时候，以及怎样得知。", "Open one: every figure is marked in its text. Select a figure to see what it measures, whom, when, and how we know.";
    count_figures: "{}个数", "{} figures";
    own_report: "你添加的", "Added by you";
    no_date: "日期不详", "No date";
    guessed: "推定", "guessed";
    broken: "有报道读不出来", "Reports that could not be read";
    broken_at: "第{}行：{}", " line {}: {}";
    no_report: "没有这篇报道", "No such report";
    no_report_why: "地址里的报道不在这里。你添加的报道只在那一次打开的页面里，刷新后就没有了。", "The address names a report that is not here. Reports that you add live in the open page only and are gone after a reload.";
    all_reports: "全部报道", "All reports";
    original: "原文", "Original";
    damage: "原稿的毛病", "Damage of the original";
    hint: "点一个数，或按 j、k 逐个看：它量的是什么，说的是谁，什么时候，怎样得知。", "Select a figure, or step with j and k: what it measures, whom, when, and how we know.";
    inspector: "选中的数", "Selected figure";
    kinds: "类别", "Kinds";
    filter_kinds: "按类别筛选", "Filter by kind";
    stepping: "逐个查看", "Step through";
    previous: "上一个", "Previous";
    next: "下一个", "Next";
    key_previous: "键盘 k 或 ←", "Key k or ←";
    key_next: "键盘 j 或 →", "Key j or →";
    nth_of: "第{}个，共{}个", "{} of {}";
    interval: "按印出的位数，在{}之间", "as printed, between {}";
    indicator: "指标", "Indicator";
    subject: "对象", "Subject";
    period: "时段", "Period";
    base: "基期", "Base";
    whole: "范围", "Out of";
    comparator: "相比", "Compared with";
    not_known: "不知道", "Not known";
    same_sentence: "同一句", "Same sentence ";
    nth_paragraph: "第{}段", "Paragraph {} ";
    in_no_chart: "指标或对象不明，没有进入图表。", "Its indicator or subject is not known, so it is in no chart.";
    appears_in: "出现在", "Appears in";
    all_zones: "，各区", ", all zones";
    unreliable: "原稿此处有损，未必可靠", "Damaged in the original; may not be right";
    leftover: "没有用上的", "What was left out";
    cut_title: "删去", "Cut";
    cut_none: "没有。", "nothing.";
    cut_count: "{}{}处", "{}: {}";
    skipped_title: "不算数", "Not figures";
    skipped_none: "没有。", "none.";
    count_numerals: "{}处数字只是名称、日期或次序", "{} numerals that are names, dates or ordinals";
    skipped_name: "名称或编号", "Name or code";
    skipped_idiom: "成语或套话", "Idiom";
    skipped_ordinal: "次序", "Ordinal";
    skipped_unit: "没有单位", "No unit";
    skipped_time: "只说时间", "Only says when";
    skipped_other: "不是统计数", "Not a statistic";
    unlinked_title: "没有连全", "Not fully linked";
    unlinked_none: "没有，每个数都有指标、对象和时段。", "none; every figure has its indicator, subject and period.";
    missing: "缺{}", "without {}";

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
