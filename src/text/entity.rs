//! Character references of HTML are decoded, in pages as in text that was taken from one: `&nbsp;`, `&#13221;` → `㎥`, `&#x4e07;` → `万`.

use super::{Ch, Cut};

/// The longest reference that is looked at, from `&` to `;`.
const LONGEST: usize = 12;

/// The names that pages use in running text.
const NAMES: &[(&str, char)] = &[
    ("amp", '&'),
    ("apos", '\''),
    ("bull", '•'),
    ("copy", '©'),
    ("deg", '°'),
    ("divide", '÷'),
    ("emsp", ' '),
    ("ensp", ' '),
    ("euro", '€'),
    ("ge", '≥'),
    ("gt", '>'),
    ("hellip", '…'),
    ("laquo", '«'),
    ("ldquo", '“'),
    ("le", '≤'),
    ("lsquo", '‘'),
    ("lt", '<'),
    ("mdash", '—'),
    ("micro", 'µ'),
    ("middot", '·'),
    ("minus", '−'),
    ("nbsp", ' '),
    ("ndash", '–'),
    ("permil", '‰'),
    ("plusmn", '±'),
    ("pound", '£'),
    ("quot", '"'),
    ("raquo", '»'),
    ("rdquo", '”'),
    ("reg", '®'),
    ("rsquo", '’'),
    ("sup2", '²'),
    ("sup3", '³'),
    ("thinsp", ' '),
    ("times", '×'),
    ("yen", '¥'),
    ("zwj", '\u{200d}'),
    ("zwnj", '\u{200c}'),
];

/// Decodes references.
pub fn pass(kept: &mut Vec<Ch>, _cuts: &mut Vec<Cut>) {
    let Some(first) = kept.iter().position(|ch| ch.c == '&') else {
        return;
    };
    let (mut write, mut read) = (first, first);
    while read < kept.len() {
        let mut ch = kept[read];
        let decoded = Some(&kept[read..]).filter(|_| ch.c == '&').and_then(decode);
        let (c, len) = decoded.unwrap_or((ch.c, 1));
        ch.c = c;
        ch.end = kept[read + len - 1].end;
        kept[write] = ch;
        write += 1;
        read += len;
    }
    kept.truncate(write);
}

/// The character that the reference at the head of a text stands for, and how long the reference is. A reference that says nothing, or a
/// character that cannot be, stays as it is.
fn decode(text: &[Ch]) -> Option<(char, usize)> {
    let len = text.iter().take(LONGEST).position(|ch| ch.c == ';')?;
    let name: String = text.get(1..len)?.iter().map(|ch| ch.c).collect();
    let c = match name.strip_prefix('#') {
        None => NAMES.iter().find(|(known, _)| *known == name)?.1,
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?).filter(|c| *c != '\0')?
        }
    };
    Some((c, len + 1))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, chs};
    use super::decode;

    #[test]
    fn each_reference_is_decoded_once() {
        check(super::pass, "5&nbsp;亿&#20803;，&amp;lt;&x;", "5 亿元，&lt;&x;");
    }

    #[test]
    fn references_are_decoded() {
        for (text, expect) in [
            ("&nbsp;3", Some((' ', 6))),
            ("&#13221;", Some(('㎥', 8))),
            ("&#x4E07;", Some(('万', 8))),
            ("&amp;lt;", Some(('&', 5))),
            ("&", None),
            ("&;", None),
            ("&#;", None),
            ("&#0;", None),
            ("&#xd800;", None),
            ("&#99999999;", None),
            ("&nonesuch;", None),
            ("&nbsp", None),
            ("&toolongtobeany;", None),
        ] {
            assert_eq!(decode(&chs(text)), expect, "{text}");
        }
    }
}
