//! Numerals whose unit goes without saying, and a unit that is one only beside some numerals.

use crate::cue;
use crate::prefix::{List, is_one};
use crate::unit::{self, Unit};

/// 在校生3万, 从业人员超12万: people, where nothing else is counted behind.
pub fn people(before: &[char], behind: &[char]) -> Option<&'static Unit> {
    const LIGHT: List =
        List::new("达到|突破|超过|人数|总数|规模|共有|已有|现有|增至|累计|总量|达|超|约|近|逾|有|为|共|已|过|数|至|到");
    const PEOPLE: List = List::new(
        "在校生|毕业生|学生|研究生|招生|员工|职工|人员|人口|人才|居民|游客|用工|就业|师生|党员|志愿者|劳动力",
    );
    let mut noun = before;
    while let Some(len) = LIGHT.ending(noun) {
        noun = &noun[..noun.len() - len];
    }
    let ends = behind.first().is_none_or(|c| !c.is_alphanumeric()) || cue::bound_after(behind).is_some();
    PEOPLE.ending(noun).filter(|_| ends)?;
    unit::longest(&['人']).map(|(_, unit)| unit)
}

/// Whether 分 at a character is a mark, that of 85.6分: 十分, 9时30分 and 3分公司 have none.
pub fn marks(chars: &[char], at: usize, unit: usize) -> bool {
    let before = at.checked_sub(1).map(|i| chars[i]);
    let clock = before.is_some_and(|c| is_one(c, "时点:：度"));
    let word = chars.get(unit + 1).is_some_and(|c| {
        is_one(
            *c,
            "别公司之区类级支会布析享工批期店行校院厂局队项拆步阶配管机钟秒管子母解",
        )
    });
    chars[at].is_ascii_digit() && !clock && !word
}
