//! The words of a noun phrase as a name: without its marks, its number in a list, and what only says more of it.

use super::sentence::Doc;
use crate::prefix::is_one;
use std::ops::Range;

/// The words of a range of tokens, without quotation marks left open and 的 at its ends; 规模以上 is shortened as usual.
pub fn phrase(doc: &Doc, range: Range<usize>) -> String {
    let mut span = doc.span(&range);
    // （一）工业增加值, 2.某某科技: the number of a list item.
    span.start += numbered(&doc.chars[span.start..span.end]);
    let text = doc.text(span);
    let plain = |c: &char| {
        !matches!(
            c,
            '的' | ' ' | '、' | '规' | '等' | '后' | '“' | '”' | '《' | '》' | '（' | '）' | '(' | ')'
        )
    };
    if doc.chars[span.start..span.end].iter().all(plain) {
        return text;
    }
    let mut text = text.trim_matches(['的', ' ', '、']).replace("规模以上", "规上");
    // 甲公司、乙公司等企业: the kind, not the examples.
    if let Some((examples, kind)) = text.split_once('等') {
        let word = examples.ends_with(['高', '同', '平', '中', '初', '优', '均', '对'])
            || kind.starts_with(['级', '于', '次', '候']);
        if !word && examples.chars().count() != 1 && kind.chars().count() > 1 {
            text = kind.to_owned();
        }
    }
    // “三新”产业（新型显示、新材料、新能源）产值: what the bracket lists.
    if let Some((name, rest)) = text.split_once('（')
        && let Some((listed, rest)) = rest.split_once('）')
        && listed.contains('、')
        && !rest.is_empty()
    {
        text = [name, rest].concat();
    }
    // 税收总额（不含海关代征）: what the bracket leaves out.
    if let Some((name, rest)) = text.split_once(['（', '('])
        && rest.starts_with(['不', '含', '剔', '扣'])
        && rest.ends_with(['）', ')'])
        && !name.is_empty()
    {
        text = name.to_owned();
    }
    // “国际一流、国内首创”的医药创新成果: praise.
    if let Some((_, rest)) = text.strip_prefix('“').and_then(|t| t.split_once("”的"))
        && rest.chars().count() > 3
    {
        text = rest.to_owned();
    }
    // 生产总值（GDP）: what the bracket abbreviates is said.
    if let Some((name, short)) = text.strip_suffix('）').and_then(|t| t.split_once('（'))
        && short.chars().all(|c| c.is_ascii_alphanumeric())
    {
        text = name.to_owned();
    }
    // 改造后日处理能力: what only says since when.
    if let Some((since, rest)) = text.split_once('后').filter(|(_, rest)| !rest.starts_with('的')) {
        let built = since.ends_with("投产") || since.ends_with("达产") || since.ends_with("满产");
        let word = !built && since.ends_with(['士', '售', '灾', '产', '战', '赛', '先'])
            || rest.starts_with([
                '勤', '备', '续', '市', '端', '台', '劲', '方', '服', '盾', '道', '处', '期',
            ]);
        if !word && since.chars().count() != 1 && rest.chars().count() > 1 {
            text = rest.to_owned();
        }
    }
    // 《审核目录》的省级以上开发区: what stands behind.
    if let Some((_, rest)) = text.strip_prefix('《').and_then(|t| t.split_once("》的"))
        && rest.chars().count() > 1
    {
        text = rest.to_owned();
    }
    // 8个“园中园”: a name that is nothing but quoted.
    if let Some(name) = text.strip_prefix('“').and_then(|t| t.strip_suffix('”'))
        && !name.contains(['“', '”'])
    {
        text = name.to_owned();
    }
    for (open, close) in [('“', '”'), ('《', '》'), ('（', '）'), ('(', ')')] {
        if text.matches(open).count() != text.matches(close).count() {
            text.retain(|c| c != open && c != close);
        }
    }
    text
}

/// How long the number of a list item is that a phrase begins with: （一）, 2.
fn numbered(phrase: &[char]) -> usize {
    let bracket = phrase.first().is_some_and(|c| is_one(*c, "（("));
    let numeral = |c: &char| bracket && is_one(*c, "一二三四五六七八九十") || c.is_ascii_digit();
    let first = usize::from(bracket);
    let digits = phrase[first..].iter().take(3).take_while(|c| numeral(c)).count();
    let close = phrase
        .get(first + digits)
        .filter(|c| is_one(**c, if bracket { "）)" } else { ".、" }));
    let han = |c: &char| crate::language::is_han(*c);
    let name = digits > 0 && close.is_some() && phrase.get(first + digits + 1).is_some_and(han);
    if name { first + digits + 1 } else { 0 }
}
