//! Words that a machine put in the place of others, so that a copied text looks new (伪原创), are set back: `客岁告竣地域出产总值` → `去年完成地区生产总值`.
//!
//! Many of them are words elsewhere, so they are set back only in a text with several that nobody writes. Each is as long as what it stands for.

use super::{Ch, Cut};
use crate::prefix::Words;
use std::sync::LazyLock;

/// What stands in a spun text, and what it stands for; the first [`TELLING`] of them tell that a text is spun.
const PAIRS: [(&str, &str); 64] = [
    ("客岁", "去年"),
    ("告竣", "完成"),
    ("立异", "创新"),
    ("扶植", "建设"),
    ("开辟区", "开发区"),
    ("手艺", "技术"),
    ("出产总值", "生产总值"),
    ("地域出产", "地区生产"),
    ("地域生产", "地区生产"),
    ("地区出产", "地区生产"),
    ("范围以上", "规模以上"),
    ("此中", "其中"),
    ("添加值", "增加值"),
    ("卖力人", "负责人"),
    ("事情日", "工作日"),
    ("创造专利", "发明专利"),
    ("营商情况", "营商环境"),
    ("美圆", "美元"),
    ("定单", "订单"),
    ("今朝", "目前"),
    ("牢固资产", "固定资产"),
    ("均匀程度", "平均水平"),
    ("地域消费", "地区生产"),
    ("普通大众预算", "一般公共预算"),
    ("停止客岁", "截至去年"),
    ("人材", "人才"),
    ("资产出资", "资产投资"),
    ("总出资", "总投资"),
    ("出资额", "投资额"),
    ("整年", "全年"),
    ("本年", "今年"),
    ("年头", "年初"),
    ("到达", "达到"),
    ("降落", "下降"),
    ("增进", "增长"),
    ("跨越", "超过"),
    ("冲破", "突破"),
    ("紧缩", "压缩"),
    ("减缩", "缩减"),
    ("打算", "计划"),
    ("具有", "拥有"),
    ("名目", "项目"),
    ("财产", "产业"),
    ("出产", "生产"),
    ("进步", "提高"),
    ("晋升", "提升"),
    ("延续", "持续"),
    ("时候", "时间"),
    ("加速", "加快"),
    ("变革", "改革"),
    ("批阅", "审批"),
    ("办事", "服务"),
    ("疾速", "快速"),
    ("周全", "全面"),
    ("做到", "实现"),
    ("培养", "培育"),
    ("范围企业", "规模企业"),
    ("范围以上产业", "规模以上工业"),
    ("力图", "力争"),
    ("技能", "技术"),
    ("堆积", "集聚"),
    ("估计", "预计"),
    ("方案总投资", "计划总投资"),
    ("现实到账", "实际到账"),
];

/// How many of the pairs are telling, and how many different ones of them a spun text has at least.
const TELLING: u16 = 25;
const FEWEST: usize = 3;

static WORDS: LazyLock<Words> = LazyLock::new(|| Words::new(PAIRS.iter().map(|(spun, _)| *spun).zip(0..)));

/// Sets spun words back.
#[expect(clippy::ptr_arg, reason = "all passes have one signature")]
pub fn pass(kept: &mut Vec<Ch>, _cuts: &mut Vec<Cut>) {
    let words = &*WORDS;
    let mut found: Vec<(usize, usize, u16)> = Vec::new();
    let mut at = 0;
    while at < kept.len() {
        let rest = kept[at..].iter().enumerate().map(|(i, ch)| (i + 1, ch.c));
        let len = words.longest(rest).map(|(len, pair)| {
            found.push((at, len, pair));
            len
        });
        at += len.unwrap_or(1);
    }
    let mut telling: Vec<u16> = found
        .iter()
        .map(|(.., pair)| *pair)
        .filter(|pair| *pair < TELLING)
        .collect();
    crate::order::distinct(&mut telling);
    if telling.len() < FEWEST {
        return;
    }
    for (at, len, pair) in found {
        let original = PAIRS[usize::from(pair)].1.chars();
        kept[at..at + len].iter_mut().zip(original).for_each(|(ch, c)| ch.c = c);
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::check;
    use super::PAIRS;

    #[test]
    fn a_spun_text_is_set_back() {
        let raw = "客岁，开辟区告竣地域出产总值90亿元，此中范围以上产业到达50亿元。";
        check(
            super::pass,
            raw,
            "去年，开发区完成地区生产总值90亿元，其中规模以上工业达到50亿元。",
        );
    }

    #[test]
    fn words_of_others_stay() {
        let raw = "园区引进人材20名，到达去年的两倍，具有进步意义，财产保险增长。";
        check(super::pass, raw, raw);
    }

    #[test]
    fn each_is_as_long_as_what_it_stands_for() {
        for (spun, original) in PAIRS {
            assert_eq!(spun.chars().count(), original.chars().count(), "{spun}");
        }
    }
}
