//! Words of bound that do not stand right before their numeral, one that is none, and what else belongs to an amount.

use crate::cue;
use crate::figure::Bound;
use crate::prefix::{List, is_one};

/// 出超12亿元, 入超: there 超 is the surplus itself; 收入超 and 产出超 go beyond.
pub fn surplus(before: &[char]) -> bool {
    const VERBS: &str = "收投进纳加引注转存录买流支产输突演卖拿付分退派";
    matches!(before, [.., c, '出' | '入', '超'] if !VERBS.contains(*c)) || matches!(before, ['出' | '入', '超'])
}

/// 单日最高19列: the most that there has been, which is so much.
pub fn peak(before: &[char]) -> bool {
    matches!(before, [.., '单', _, '最', '高' | '多'])
}

/// 占四分之三强, 一半弱: what a part is said to be a little more or less than. 500强 is none.
pub fn strong(part: &[char], behind: &[char]) -> Option<Bound> {
    let ends = behind.get(1).is_none_or(|c| !c.is_alphanumeric());
    let fraction = part.iter().any(|c| is_one(*c, "成半之"));
    match behind.first().filter(|_| ends && fraction)? {
        '强' => Some(Bound::Gt),
        '弱' => Some(Bound::Lt),
        _ => None,
    }
}

/// 约占全市的40%, 约为全国平均水平的2.4倍, 以不到全省2%的土地: the bound stands before the verb or the whole. The bound takes no characters of the amount's.
pub fn about(before: &[char]) -> Option<(usize, Bound)> {
    let near = &before[before.len().saturating_sub(20)..];
    let clause = near.rsplit(|c| matches!(c, '，' | '。' | '；' | '、' | '\n')).next()?;
    let part = before.last() == Some(&'的');
    let told = |two: &[char]| two == ['约', '占'] || part && matches!(two, ['约', '为' | '是' | '相' | '合']);
    let whole = const { List::new("全省|全市|全国|全区|全县|全球") }.ending(before);
    // 高于全市1.8个百分点 is a gap.
    let clear = |before: &[char]| before.last() != Some(&'于');
    let before_whole = || {
        let before = Some(&before[..before.len() - whole?]).filter(|before| clear(before))?;
        cue::bound_before(before).map(|(_, bound)| (0, bound))
    };
    // 还不到合肥高新区的1/5: the other stands between.
    const LESS: List = List::new("不到|不及|不足");
    let below = || {
        let at = (0..clause.len())
            .rev()
            .find(|at| LESS.beginning(&clause[*at..]).is_some())?;
        let other = &clause[at + 2..];
        (part && (2..=14).contains(&other.len()) && other.iter().all(|c| crate::language::is_han(*c)))
            .then_some((0, Bound::Lt))
    };
    // 最高补贴500万元: so much at most.
    const GIVEN: List = List::new("补贴|补助|资助|奖励|支持|扶持|补偿|贴息|奖补|可获|可贷|可享|可补|可奖|给予|补|奖");
    let most = || {
        GIVEN
            .ending(before)
            .is_some_and(|len| before[..before.len() - len].ends_with(&['最', '高']))
    };
    clause
        .windows(2)
        .any(told)
        .then_some((0, Bound::Approx))
        .or_else(|| most().then_some((0, Bound::Le)))
        .or_else(below)
        .or_else(before_whole)
}

/// 100万吨/年: the length of what says that so much is made in a year.
pub fn yearly(behind: &[char]) -> usize {
    if behind.starts_with(&['/', '年']) { 2 } else { 0 }
}
