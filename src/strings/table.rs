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
    figures: "数据", "Figures";
    check: "核对", "Checks";
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
    colon: "：", ": ";
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
    no_report_why: "地址里的报道不在这里。自己添加的报道只留在添加它的那个浏览器里。", "The address names a report that is not here. Reports that you add stay in the browser in which you added them.";
    reading_kept: "正在读你添加的报道……", "Reading the reports that you added …";
    all_reports: "全部报道", "All reports";
    original: "原文", "Original";
    damage: "原稿的毛病", "Damage of the original";
    copy: "未见原件", "Original not at hand";
    copies: "只见转载的资料", "Known from copies alone";
    copies_lede: "原件不在手头，只见过转载；其中的数标u，未必可靠，有出入时以上面的报道为先。", "The originals were not at hand, only copies. Their figures are flagged u and may not be right; the reports above go before them.";
    hint: "点一个数，或按 j、k 逐个看：它量的是什么，说的是谁，什么时候，怎样得知。", "Select a figure, or step with j and k: what it measures, whom, when, and how we know.";
    inspector: "选中的数", "Selected figure";
    kinds: "类别", "Kinds";
    every_indicator: "全部指标（{}）", "All indicators ({})";
    every_verdict: "不论核对结果（{}）", "Checked or not ({})";
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
    unreliable: "原稿此处有损或未见原件，未必可靠", "Damaged in the original, or known from a copy alone; may not be right";
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

    // Overview.
    promise_1: "开发区的每一个数，", "Every figure of a development zone,";
    promise_2: "都回到写下它的那句话", "back to the sentence that states it";
    promise_how: "把新闻通稿读成可以比较的指标。每个数标明量的是什么、说的是谁、什么时候，以及怎样得知；没有写的，就写“未写”。", "Press releases read into indicators that can be compared. Each figure says what it measures, whom, when, and how we know; what a report does not state is shown as not stated.";
    read_reports: "读报道", "Read the reports";
    add_own: "读自己的文章", "Read an article of yours";
    counted_reports: "篇报道", "reports";
    counted_zones: "个开发区", "zones";
    counted_figures: "个数", "figures";
    counted_linked: "指标、对象、时段齐全", "with indicator, subject and period";
    zone: "开发区", "Zone";
    matrix_title: "谁报了什么", "Who reports what";
    matrix_note: "各区最近一期。时段不同的数并排列出，但不排名；报道没有写的格子写明“未写”，不当作0。", "The latest figures of each zone. Different periods stand side by side but are not ranked; what a report does not state is blank, never 0.";
    matrix_apart: "不宜排名：{}", "Not to be ranked: {}";
    not_stated: "未写", "not stated";
    not_stated_by: "未写：", "Not stated: ";
    flag_f: "预计或计划", "expected or planned";
    flag_u: "可靠性低", "low reliability";
    flag_change: "同比", "on a year before";
    all_indicators: "看全部指标", "All indicators";
    charts_title: "先看这几张图", "Charts to look at first";
    to_explore: "换别的区、别的时段看", "Other zones and periods";
    embed: "嵌入", "Embed";
    see_sentence: "看原句", "See the sentence";

    // Zones, and what pages say where scripts are off.
    zones_lede: "报道里写到的开发区。点开一个，看它报过哪些数，数与数对不对得上。", "The zones that the reports are about. Open one for all its figures, and whether they add up.";
    zone_list: "全部开发区", "All zones";
    zone_figures: "报道里写到它的数", "What the reports state of it";
    zone_reports: "写到它的报道", "Reports on it";
    no_zone: "报道里没有它的数。", "No report states a figure of it.";
    figures_linked: "文中的数，连到指标、对象和时段", "The figures of the text, with indicator, subject and period";
    needs_scripts: "这一页要靠脚本才能读文章。浏览器里的脚本关着，打开后就能用。", "This page needs scripts to read an article. They are switched off in your browser.";

    // Charts.
    views: "看法", "Views";
    find: "找指标、开发区、省市", "Find an indicator, zone, province or city";
    find_how: "gdp、dqsczz、景德镇、Jiangxi", "gdp, dqsczz, Jingdezhen, Jiangxi";
    find_none: "没有找到", "Nothing found";
    find_count: "找到{}项", "{} found";
    find_chosen: "已选：{}", "Chosen: {}";
    all_of: "{}各区", "All of {}";
    in_all: "共{}项指标，按报告的对象多少排列", "{} indicators, those with most subjects first";
    option: "{}（{}方，{}个数）", "{} ({} subjects, {} figures)";
    of_several: "几方都有", "Stated by several";
    of_one: "只有一方", "Stated by one";
    all: "全部", "All";
    nothing_to_chart: "还没有可以画的数。", "There is nothing to chart yet.";
    nothing_fits: "这样选，没有一个数。放宽开发区或时段试试。", "No figure fits this choice. Try more zones or periods.";
    other_periods: "这样选，没有“{}”的数；下面是别的时段的，各自写明。", "No figure fits “{}” in this choice; those below are for other periods, as each says.";
    point_at: "指向或点按一条，或用 Tab 和方向键走到它，就看到它的数值、怎样得知和原句；回车到原句，Esc 收起。", "Point at a bar, tap it, or reach it with Tab and the arrow keys, to see its value, how it was found, and its sentence; Enter leads there, Escape closes.";
    how_to_read: "读图须知", "How to read it";
    note_hatch: "斜纹：不满一年，不能与全年相比", "Hatched: part of a year, not comparable with a full one";
    note_bound: "逾、约：原文只给下限或约数，条末有双箭头的是下限", "Over, about: the text gives a bound or a round number; a double chevron marks a lower bound";
    note_blank: "未写：报道没有这个数，不是0", "Not stated: no report gives it; it is not 0";
    origin: "来源：", "Source: ";
    near_but_not_same: "相近而不同的指标", "Near, but not the same";
    chart_is_table: "同样的数也在“{}”里。", "The same figures stand under “{}”.";
    value: "数值", "Value";
    base_or_whole: "基期或范围", "Base or whole";

    // All figures.
    figures_title: "所有的数", "All figures";
    figures_lede: "读出的每个数各占一行，可以搜索、筛选、排序；每一行都回到写下它的那句话。选出什么，就带走什么。", "Every figure that was read, a row for each: search, filter and sort them. Each row leads to the sentence that states it, and what is shown can be taken away.";
    search: "搜索", "Search";
    search_hint: "数、指标、开发区、时段、报道标题", "Figure, indicator, zone, period, headline";
    rows_are: "一行是", "A row is";
    each_figure: "每个数", "Each figure";
    merged: "合并成的观测值", "Merged figures";
    printed: "原文写法", "As printed";
    period_class: "时段类别", "Class of period";
    not_checked: "未核对", "Not checked";
    sort_by: "排序", "Sort by";
    text_order: "原文的次序", "Order of the texts";
    sort_up: "{}，升序", "{}, ascending";
    sort_down: "{}，降序", "{}, descending";
    columns: "列", "Columns";
    more_options: "还有{}个，请搜索", "{} more: search for them";
    rows_shown: "{}行，共{}行", "{} of {} rows";
    table_keys: "表里用 ↑ ↓、PageUp、PageDown、Home、End 逐行走，Enter 到原句。", "In the table ↑ ↓, PageUp, PageDown, Home and End go from row to row, Enter to the sentence.";

    // Checking.
    check_title: "数与数，对不对得上", "Do the figures add up?";
    check_lede: "同一篇里互有关系的数，照原文写出算式，逐条重算；几篇说到同一件事的，也放在一起看。这里只列原文怎样写、算出来是多少。两者不同，可能是漏了字、换了口径或别的缘故，要问写它的人。", "Figures that belong together are computed again, with the arithmetic written out, within a report and between reports. This page says what the text says and what the arithmetic says. Where the two differ, a word may be missing, a definition may have changed, or there is another reason: ask the authors.";
    check_none: "还没有可以核对的数。一句话里同时写出部分、整体和占比，或者前后两期和增幅，这里就会重算。", "There is nothing to check yet. Where a text gives a part, its whole and the share, or two periods and the growth between them, they are computed here.";
    check_none_fits: "这样选，一条也没有。", "No finding fits this choice.";
    check_reset: "看全部", "Show all";
    check_verdict: "结果", "Outcome";
    check_relation: "关系", "Relation";
    every_report: "全部报道（{}）", "All reports ({})";
    every_relation: "全部关系（{}）", "All relations ({})";
    with_count: "{}（{}）", "{} ({})";
    differs_means: "原文的数彼此对不上。", "The figures of the text do not agree with each other.";
    doubtful_means: "算不准，值得一问。", "Not certain, but worth a question.";
    holds_means: "原文的数彼此对得上，或在所印位数的精度之内。", "The figures of the text agree, as printed or within the precision of their digits.";
    more_findings: "这里列出前{}条，共{}条。按报道或关系筛选，可以看到其余的。", "The first {} of {} are listed. Filter by report or relation to see the others.";
    in_checks: "在核对页看", "See it under Checks";
    adds_up_title: "对不上的，和对得上的", "What does not add up, and what does";
    other_holds: "其余{}项，如{}", "{} more, such as {}";
    all_findings: "全部核对", "All checks";

    // Adding.
    add_title: "读自己的文章", "Read an article of yours";
    add_lede: "粘贴或选择文件，就在这个浏览器里读出其中的数，并入各页。什么都不上传；文章只留在这个浏览器里，直到你移除。", "Paste an article or choose files: their figures are read in this browser and join every page. Nothing is uploaded; articles stay in this browser only, until you remove them.";
    paste_title: "粘贴", "Paste";
    text_label: "正文", "Text";
    title_label: "标题（可空）", "Headline (optional)";
    outlet_label: "来源（可空）", "Outlet (optional)";
    date_label: "日期（可空）", "Date (optional)";
    date_note: "“今年”“去年”按日期推算。不填就按正文推定；正文里也没有，这些时段就不知道。", "“This year” and “last year” count from the date. Left empty, it is guessed from the text; where the text names none, such periods stay unknown.";
    date_guess: "日期不填，就按正文推定：{}", "Left empty, the date is guessed from the text: {}";
    read_now: "读出其中的数", "Read its figures";
    files_title: "选择文件", "Choose files";
    files_label: "选一个或几个文件，或把文件、文件夹拖到这里", "Choose one or several files, or drop files and folders here";
    folder_label: "选择文件夹", "Choose a folder";
    files_note: ".txt、.html、.md（UTF-8、GB18030 或 Big5，自动识别）、.docx，有文字层的 .pdf，以及从这里导出的 .json。", ".txt, .html and .md (UTF-8, GB18030 or Big5, found by itself), .docx, .pdf with a text layer, and .json as exported here.";
    pasted_text: "粘贴的文章", "Pasted article";
    reading: "正在读，第{}篇，共{}篇：{}", "Reading {} of {}: {}";
    stop: "停下", "Stop";
    joined: "{}篇已并入各页。", "{} read; now on every page. ";
    refused: "{}篇没有读成，原因如下。", "{} not read, for the reasons below. ";
    stopped: "已停下，{}篇没有读。", "Stopped; {} left unread.";
    was_read: "读出{}个数。", "{} figures read.";
    more_outcomes: "另有{}个，不一一列出。", "{} more are not listed.";
    refused_empty: "没有文字。请粘贴或选择一篇有正文的文章。", "There is no text. Paste or choose an article with text in it.";
    refused_long: "太长了：文字最多{}兆字节，文件最多50兆字节。请分成几篇再读。", "Too long: a text may have {} MB, a file 50 MB. Split it into several articles.";
    refused_no_text: "不是能识别的文字。请另存为 UTF-8 的 .txt 再试。", "Not text in an encoding that we know. Save it as UTF-8 .txt and try again.";
    refused_kind: "不是能读的文件类型。请另存为 .txt、.docx 或有文字层的 .pdf。", "Not a kind of file that is read. Save it as .txt, .docx or .pdf with a text layer.";
    refused_locked: "文件有密码。请去掉密码另存一份再选。", "The file asks for a password. Save a copy without one and choose that.";
    refused_broken: "文件损坏，打不开。请重新下载，或在原来的程序里另存一份。", "The file is damaged. Download it again, or save a copy from the program that made it.";
    refused_scan: "没有文字层，里面是扫描的图片。请先做文字识别（OCR），或改为粘贴文字。", "There is no text layer in it, only pictures of pages. Have it recognised (OCR) first, or paste the text.";
    refused_list: "不是从这里导出的文件。请选择用“导出”存下的 .json。", "Not a file exported here. Choose the .json that “Export” saved.";
    refused_newer: "这个文件出自较新的版本。请刷新本页再导入。", "The file comes from a later version. Reload this page and import it again.";
    refused_unreadable: "浏览器读不了这个文件。请重新选择，或改为粘贴。", "The browser could not read the file. Choose it again, or paste its text.";
    refused_date: "日期不存在。请写成2024-02-27这样，或留空。", "There is no such date. Write it like 2024-02-27, or leave it empty.";
    refused_no_figures: "没有找到数。这里只读中文报道里的统计数，例如“财政收入16.1亿元”。", "No figure was found. Only statistics in Chinese prose are read, such as an amount of revenue with its unit.";
    remove: "移除", "Remove";
    remove_this: "移除《{}》", "Remove “{}”";
    edit: "修改", "Edit";
    edit_this: "修改《{}》的标题、来源、日期", "Edit headline, outlet and date of “{}”";
    save_changes: "保存", "Save";
    own_title: "你添加的", "Added by you";
    own_note: "只留在这台设备的这个浏览器里，不上传。清除浏览数据时会一并清掉；要长久保存，请导出。", "They stay in this browser on this device only and are not uploaded. Clearing its browsing data clears them too: export them to be safe.";
    own_fleeting: "浏览器没能保存最近的改动，关闭或刷新后会丢失。要保存，请导出。", "The browser did not keep the latest changes: they are gone when the page is closed or reloaded. Export them to keep them.";
    own_export: "导出为一个文件", "Export as one file";
    own_import: "导入", "Import";
    own_clear: "全部移除", "Remove all";
    own_sure: "这{}篇会从这个浏览器里删除，不能恢复。", "Reports to be deleted from this browser for good: {}.";
    own_confirm: "确认移除", "Yes, remove all";
    own_keep: "不移除", "Keep them";
    own_none: "还没有。", "None yet.";

    // Method.
    method_title: "怎样读，读不了什么", "How it reads, and what it cannot do";
    method_lede: "没有模型，没有服务器：一套写明的规则和词表，在你的浏览器里逐字读过去。同样的文章，永远读出同样的数。", "No model and no server: a set of written rules and word lists that goes through the text in your browser. The same article always gives the same figures.";
    how_title: "六步", "Six steps";
    step_clean: "清理：去掉网页代码、导航、图片说明和重复的段落，把繁体和注音化成简体正文。每个字都记得自己在原稿里的位置，删去的都能在报道页末尾看到。", "Clean: page code, navigation, captions and repeats are cut, traditional characters and reading aids folded. Every character keeps its place in the original; what was cut is listed at the end of each report.";
    step_find: "找数：认出带单位的数、比率、位次和倍数，阿拉伯数字和汉字数字都算；年份、编号、成语里的数字不算。数值是精确的十进制，记得印出了几位。", "Find: amounts with units, rates, ranks and multiples, in Arabic or Chinese numerals; not years, codes or idioms. Values are exact decimals that remember how many digits were printed.";
    step_link: "连上：给每个数找它的指标、对象和时段。写在旁边的叫写明，前文说过的叫沿用，没有说的取最可能的读法，叫推定；推不出来就空着。", "Link: each figure gets its indicator, subject and period. Said beside it is stated; said before is inherited; the likeliest reading is assumed; what cannot be told stays open.";
    step_table: "列表：同一对象、指标、时段的数并成一格，留下每一处出处；说法不同的各自保留。", "Table: figures of one subject, indicator and period become one cell and keep all their evidence; differing statements stay apart.";
    step_check: "核对：互有关系的数写成算式，用精确的十进制重算；印出的位数和“超”“近”“余”允许多大的出入，就按多大的出入算。", "Check: figures that belong together are computed again in exact decimals, with all the latitude that printed digits and words such as “about” and “over” allow.";
    step_chart: "画图：同一类时段的才放在一起排列；不满一年的画斜纹，没有写的写明未写。图上每一条都连着它的原句。", "Chart: only periods of one class are ranked together; parts of a year are hatched, blanks are said. Every mark leads to its sentence.";
    kinds_title: "数的类别", "Kinds of figure";
    slots_title: "怎样得知", "How we know";
    slots_lede: "每个数的指标、对象和时段，都标明是怎样得来的。", "Each figure's indicator, subject and period says how it was found.";
    limits_title: "做不到的", "What it cannot do";
    limit_rules: "规则没有见过的写法会读错或漏掉；选中一个数，就能看到它是凭哪几个字连上的。", "Wordings that the rules do not know are misread or missed; select a figure to see which words it was linked by.";
    limit_scope: "词表面向中国开发区的报道。别的题材也能读出数，但指标多半只是原文的说法。", "The word lists are made for reports on Chinese development zones. Other subjects give figures too, mostly under the words of the text.";
    limit_compare: "名称相同不等于口径相同。报道很少写明口径，并排的数只能看个大概。", "The same name is not the same definition. Reports seldom state theirs, so figures side by side are a first look only.";
    limit_truth: "这里忠于报道，不判断报道是否属实。", "It is faithful to the report; it does not judge whether the report is true.";
    limit_kept: "你添加的文章只留在这个浏览器里；扫描的图片读不了。", "Articles that you add stay in this browser only; scanned pictures are not read.";
    accuracy_title: "量过的准确度", "Measured accuracy";
    accuracy_lede: "与人工标注逐个对照，F1：找到的对不对，该找的找没找到，合成一个百分数。", "Against figures marked by hand, as F1: one percentage for how much of what was found is right and how much of what is there was found.";
    corpus: "文本", "Texts";
    corpus_embedded: "本站的报道", "The reports on this site";
    corpus_received: "收到时的原稿，带着各种损坏", "Reports as received, damage included";
    corpus_other: "别处的段落，执笔人不知道规则；规则后来照它们改过", "Passages on other places, by a writer who did not know the rules; the rules were mended on them since";
    corpus_unseen: "又一批这样的段落，没有为它们改过规则", "More such passages, for which no rule was changed";
    value_right: "数值、单位、界限", "Value, unit, bound";
    all_right: "连同指标、对象、时段", "Also indicator, subject, period";
    licence_title: "许可与来源", "Licence and sources";
    licence: "程序与本站文字以 MIT 或 Apache-2.0 许可发布，任选其一。", "The program and the texts of this site are released under MIT or Apache-2.0, at your choice.";
    sources_note: "本站的报道根据公开的新闻稿改写，数照原样，文字是我们的；原稿的损坏写在各篇开头。", "The reports on this site retell public press releases: the figures are theirs, the words are ours. How each original was damaged is said at its top.";

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
    form: "图式", "Form";
    form_bars: "条形图", "Bars";
    form_change: "增减", "Growth";
    form_completion: "计划与完成", "Plan and actual";
    form_share: "占比", "Share";
    form_slope: "坡度图", "Slope";
    form_rank: "位次", "Rank";
    form_projects: "项目表", "Projects";
    save: "下载", "Download";
    copy_link: "复制链接", "Copy link";
    copied: "已复制", "Copied";
    view_chart: "图", "Chart";
    view_table: "表", "Table";
    view_sources: "出处", "Sources";
    period_year: "全年", "Full year";
    period_part: "不满一年", "Part of a year";
    period_stock: "截至某时", "As of a date";
    period_other: "其他时段", "Other periods";
}
