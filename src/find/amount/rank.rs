//! Places in an order, and multiples told by 翻番.

use super::{Amount, Step};
use crate::cue;
use crate::decimal::Decimal;
use crate::figure::Bound;
use crate::find::numeral::{may_begin, numeral};
use crate::prefix::{List, is_one, starts};
use crate::text::Span;

/// 第55位, 全市第一; 第三批 and 第一产业 are names.
pub fn ordinal(chars: &[char], at: usize, limit: usize) -> Step {
    let rest = &chars[at + 1..limit];
    let Some(number) = numeral(rest).filter(|n| !n.percent && n.more.is_none() && n.max.is_none()) else {
        return Step::None;
    };
    let end = at + 1 + number.len;
    let next = chars.get(end).filter(|_| end < limit);
    let placed = matches!(next, Some('位' | '名'));
    // 列全州各县（市、区）第一: what stands in brackets belongs to the league.
    let open = |_| (at.saturating_sub(8)..at).rev().find(|i| chars[*i] == '（');
    let league_end = chars[..at].strip_suffix(&['）']).and_then(open).unwrap_or(at);
    let before: String = chars[league_end.saturating_sub(16)..league_end].iter().collect();
    let ranked = [
        "全市",
        "全省",
        "全国",
        "全区",
        "全县",
        "全球",
        "世界",
        "列",
        "居",
        "排名",
        "位次",
        "排",
        "夺得",
        "获得",
        "获",
        "中部",
        "西部",
        "东部",
        "第",
        "勇夺",
        "稳居",
        "均",
        "省内",
        "市内",
        "国内",
        "之首",
        "同类",
        "占有率",
        "市占率",
        "综合排名",
    ]
    .iter()
    .any(|w| before.ends_with(w));
    // 列全国城市第二: a word of rank a little earlier in the clause.
    let clause = before.rsplit(|c| is_one(c, "，。；、\n")).next().unwrap_or_default();
    let says = |words: &[&str]| words.iter().any(|w| clause.contains(w));
    // 蝉联全国综保区第一.
    let league = || before.ends_with('区') && says(&["全国", "全省", "全市"]);
    // 增速为甘肃省第一.
    let province = || before.ends_with(['省', '市']) && next.is_none_or(|c| is_one(*c, "，。；、\n"));
    let ranked = ranked || says(&["列", "居", "排", "保持", "蝉联"]) || league() || province();
    // 由上年的第九升至第五.
    let moved = |words: &[char]| {
        [
            "升至", "升到", "上升", "跃升", "跃居", "提升", "降至", "降到", "下降", "退居", "前进",
        ]
        .iter()
        .any(|w| w.chars().eq(words.iter().copied().take(2)))
    };
    let reached =
        before.ends_with('至') || before.ends_with('到') || before.ends_with("跃居") || before.ends_with("退居");
    let ends = next.is_none_or(|c| !c.is_alphanumeric());
    let ranked =
        ranked || moved(&chars[end..limit]) || reached && ends && before.contains(['升', '降', '跃', '退', '提']);
    // 总量第二、增速第三、密度第一: bare places in a list of what is ranked.
    let ranked = ranked || number.value > Decimal::new(1, 0) && bare(chars, at, end) || first_of_list(chars, at, end);
    let ranked =
        ranked || second_of_list(&chars[..at]) && next.is_none_or(|c| !c.is_alphanumeric() || is_one(*c, "和与及"));
    let names = "产季批方时轮次期届章条节款步线书人代医中小楼个家种类站天年月阶层";
    if placed || ranked && !next.is_some_and(|c| is_one(*c, names)) {
        let end = end + usize::from(placed);
        return Step::Found(vec![rank(chars, at, end, number.value, Bound::Eq)]);
    }
    Step::Skip(end, "ordinal")
}

/// Whether an ordinal ends its phrase and a noun stands before it.
fn bare(chars: &[char], at: usize, end: usize) -> bool {
    let phrase = chars[..at]
        .iter()
        .rev()
        .take(12)
        .take_while(|c| crate::language::is_han(**c))
        .count();
    chars.get(end).is_none_or(|c| is_one(*c, "，。；、）\n")) && phrase >= 2
}

/// 分列全市第3、|第6: right behind another place, which a word of rank stands before.
fn second_of_list(before: &[char]) -> bool {
    const RANKED: List = List::new(
        "全市|全省|全国|全区|全县|全球|世界|列|居|排名|位次|排|排在|列在|居于|同类|中部|西部|东部|省内|市内|国内",
    );
    let Some((joint, list)) = before.split_last() else {
        return false;
    };
    let list = list.strip_suffix(&['位']).unwrap_or(list);
    let numeral = list.iter().rev().take_while(|c| may_begin(**c)).count();
    let ordinal = list[..list.len() - numeral]
        .strip_suffix(&['第'])
        .filter(|_| numeral > 0);
    is_one(*joint, "、和与及") && ordinal.is_some_and(|before| RANKED.ending(before).is_some())
}

/// A first place beside others in a list: 安全第一 alone is a saying.
fn first_of_list(chars: &[char], at: usize, end: usize) -> bool {
    let within = |c: &&char| !matches!(c, '。' | '！' | '？' | '\n');
    let from = at - chars[..at].iter().rev().take(24).take_while(within).count();
    let near = from..end + chars[end..].iter().take(24).take_while(within).count();
    let other = |i: usize| {
        let number = numeral(&chars[i + 1..]).filter(|n| !n.percent && n.value > Decimal::new(1, 0));
        chars[i] == '第' && number.is_some_and(|n| bare(chars, i, i + 1 + n.len))
    };
    bare(chars, at, end) && near.into_iter().any(other)
}

/// 前十, 前23位: a place no lower than.
pub fn leading(chars: &[char], at: usize, limit: usize) -> Option<Amount> {
    let number =
        numeral(&chars[at + 1..limit]).filter(|n| !n.percent && n.more.is_none() && n.value < Decimal::new(1000, 0))?;
    let mut end = at + 1 + number.len;
    let next = chars.get(end).filter(|_| end < limit);
    match next {
        Some('位' | '名' | '强') => end += 1,
        // 前十大工业企业: what some are called.
        Some(c) if is_one(*c, "个月年季日天次期批轮届件项家款种周大") => return None,
        // 跻身全球前5.
        _ if !number.han && (next.is_some_and(|c| c.is_alphanumeric()) || !field(&chars[..at])) => return None,
        _ => {}
    }
    (number.value > Decimal::new(1, 0)).then(|| rank(chars, at, end, number.value, Bound::Le))
}

/// Whether a field of comparison or a word of rank ends here.
fn field(before: &[char]) -> bool {
    const { List::new("全市|全省|全国|全球|世界|行业|国内|各区|各县|各市|各省|各区县|各县区|县市区|跻身|进入|位居|排名|位列|稳居|列") }
        .ending(before)
        .is_some()
}

/// 首位, 榜首: the first place, where a word of rank or a whole stands before it.
pub fn first_place(chars: &[char], at: usize, limit: usize) -> Option<Amount> {
    let word: String = chars[at..limit.min(at + 2)].iter().collect();
    const LEAGUES: List = List::new(
        "居|列|全市|全省|全国|之|排|登|苏南|苏北|苏中|皖北|皖南|湘南|鲁南|闽南|粤东|粤西|粤北|浙东|浙北|同类|中部|西部|东部|区域",
    );
    // 排在县区首位, 居全省国家级经开区首位: a word of rank stands before the league.
    let clause = chars[..at]
        .iter()
        .rev()
        .take(16)
        .take_while(|c| !is_one(**c, "，。；、：\n"))
        .count();
    let league = const { List::new("区|市|县|园区|省|行业|企业|城市") }
        .ending(&chars[..at])
        .is_some()
        && const { List::new("排在|位居|位列|居|列|稳居|跃居|名列") }.stands_in(&chars[at - clause..at]);
    let ranked = LEAGUES.ending(&chars[..at]).is_some() || league;
    let named = chars[at + word.chars().count()..limit]
        .iter()
        .take(2)
        .collect::<String>();
    (["首位", "榜首"].contains(&word.as_str()) && ranked && !["产业", "度"].iter().any(|w| named.starts_with(w)))
        .then(|| rank(chars, at, at + 2, Decimal::new(1, 0), Bound::Eq))
}

fn rank(chars: &[char], at: usize, end: usize, value: Decimal, bound: Bound) -> Amount {
    let after = cue::bound_after(&chars[end..]).filter(|(_, b)| *b == Bound::Le);
    Amount {
        span: Span::new(at, end),
        value,
        max: None,
        unit: "rank",
        bound: after.map_or(bound, |(_, b)| b),
        whole: Span::new(at, end + after.map_or(0, |(len, _)| len)),
        fold: false,
        negative: false,
    }
}

/// 翻番, 翻一番, 翻两番, 翻了近两番: 2, 2, 4 and 4 times.
pub fn fold(chars: &[char], at: usize, limit: usize) -> Option<Amount> {
    let rest = &chars[at + 1..limit];
    let done = usize::from(rest.first() == Some(&'了'));
    // 翻了近两番.
    let inside = ["近", "约", "逾", "超"].iter().position(|w| starts(&rest[done..], w));
    let done = done + usize::from(inside.is_some());
    let inner = inside.and_then(|_| cue::bound_before(&chars[..at + 1 + done]));
    let number = numeral(&rest[done..]).filter(|n| n.han && n.scale == 0);
    let len = done + number.map_or(0, |n| n.len);
    let times = number.map_or(Decimal::new(1, 0), |n| n.value);
    let power = times.whole().filter(|power| (1..=6).contains(power))?;
    let end = at + 2 + len;
    // 翻一番还多.
    let after = chars.get(end..).and_then(cue::bound_after);
    let bound = after.or(inner).or_else(|| cue::bound_before(&chars[..at]));
    let start = if inner.is_some() { at + 1 + done } else { at };
    (rest.get(len) == Some(&'番')).then(|| Amount {
        span: Span::new(start, end),
        value: Decimal::new(1 << power, 0),
        max: None,
        unit: "x",
        bound: bound.map_or(Bound::Eq, |(_, b)| b),
        whole: Span::new(at, end + after.map_or(0, |(len, _)| len)),
        fold: true,
        negative: false,
    })
}
