//! Damage to texts, the same on every run.

/// Pseudo-random numbers: xorshift, 64 bits.
pub struct Dice(u64);

impl Dice {
    /// A sequence of its own for each seed but 0.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `limit`, which is above 0.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }
}

/// What is put into texts: what the rules look at, in every wrong place.
const SPLINTERS: [&str; 40] = [
    "亿",
    "万",
    "千",
    "百分点",
    "%",
    "倍",
    "第",
    "前",
    "首位",
    "翻",
    "番",
    "一",
    "两",
    "〇",
    "十",
    ".",
    ",",
    "/",
    "-",
    "至",
    "到",
    "从",
    "由",
    "分别",
    "其中",
    "同比",
    "增长",
    "下降",
    "占",
    "的",
    "，",
    "。",
    "\n",
    "“",
    "）",
    "2023年",
    "9月",
    "年底",
    "&nbsp;",
    "<p>",
];

/// A stretch of a text.
pub fn passage(text: &str, length: usize, dice: &mut Dice) -> String {
    let chars: Vec<char> = text.chars().collect();
    let start = dice.below(chars.len().saturating_sub(length).max(1));
    chars[start..].iter().take(length).collect()
}

/// A text with characters lost, doubled, swapped and put in, a stretch repeated, or its end cut off.
pub fn damaged(text: &str, dice: &mut Dice) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for _ in 0..1 + dice.below(1 + chars.len() / 20) {
        if chars.len() < 2 {
            break;
        }
        let at = dice.below(chars.len() - 1);
        match dice.below(7) {
            0 => drop(chars.remove(at)),
            1 => chars.insert(at, chars[at]),
            2 => chars.swap(at, at + 1),
            3 => chars.truncate(chars.len() - dice.below(chars.len() / 20 + 1)),
            4 => {
                let end = at + dice.below((chars.len() - at).min(40));
                let stretch: Vec<char> = chars[at..end].to_vec();
                chars.splice(at..at, stretch);
            }
            5 => {
                let digits = "9876543210".repeat(1 + dice.below(5));
                chars.splice(at..at, digits.chars());
            }
            _ => {
                let splinter = SPLINTERS[dice.below(SPLINTERS.len())];
                chars.splice(at..at, splinter.chars());
            }
        }
    }
    chars.into_iter().collect()
}

#[test]
fn damage_repeats_itself_and_changes_texts() {
    let text = "财政总收入完成17.9亿元，同比增长8.8%。".repeat(5);
    let harm = |seed| damaged(&text, &mut Dice::new(seed));
    assert_eq!(harm(5), harm(5));
    assert_ne!(harm(5), harm(6));
    assert_ne!(harm(5), text);
}
