use super::*;

#[test]
fn every_form_of_every_name() {
    for expect in ZONES.iter() {
        let mut forms: Vec<String> = vec![expect.name.clone()];
        forms.extend(expect.aliases.iter().map(|alias| (*alias).to_owned()));
        if let Some(place) = expect.place {
            for ending in expect.kind.endings().iter().filter(|&&ending| ending != "开发区") {
                forms.push([place, ending].concat());
                forms.push([place, "国家级", ending].concat());
                forms.push([expect.province, place, ending].concat());
            }
        }
        for form in forms {
            assert_eq!(zone(&form).map(|zone| &zone.name), Some(&expect.name), "{form}");
        }
    }
}

#[test]
fn names_in_press_wording() {
    let check = |name: &str, expect: &str| assert_eq!(zone(name).map_or("", |zone| &zone.name), expect, "{name}");
    check("共青城高新区", "九江共青城高新区");
    check("九江市共青城高新技术产业开发区", "九江共青城高新区");
    check("江西省赣州市龙南经济技术开发区", "龙南经开区");
    check("赣州国家级经开区", "赣州经开区");
    check("昆山开发区", "昆山经开区");
    check("景德镇市高新区", "景德镇高新区");
    check("江西弋阳高新技术产业园区", "弋阳高新区");
    check("漕河泾新兴技术开发区", "漕河泾开发区");
    check("苏州工业园", "苏州工业园区");
    check("长春净月高新区", "长春净月高新区");
    check("长春高新区", "长春高新区");
    // A place that two cities have is none without its city; a city that has no such zone is not another's.
    check("临港经开区", "");
    check("威海市临港经开区", "威海临港经开区");
    check("吉安市龙南经开区", "");
    check("景德镇经开区", "");
    check("高新区", "");
    check("景德镇", "");
    check("", "");
}

#[test]
fn a_name_at_the_beginning_of_a_text() {
    let check = |text: &str, expect: Option<(usize, &str)>| {
        let chars: Vec<char> = text.chars().collect();
        assert_eq!(
            longest_zone(&chars).map(|(len, zone)| (len, zone.name.as_str())),
            expect,
            "{text}"
        );
    };
    check("萍乡经开区管委会主任", Some((5, "萍乡经开区")));
    check("萍乡经济技术开发区和芦溪工业园", Some((9, "萍乡经开区")));
    check("江西赣州“国家级经济技术开发区”", Some((15, "赣州经开区")));
    check("“萍乡经开区”", None);
    check("在萍乡经开区", None);
}

#[test]
fn english_names_and_regions() {
    let check = |name: &str, en: &str, city: &str, level| {
        let zone = zone(name).expect("a zone of the lexicon");
        assert_eq!((zone.en.as_str(), zone.city, zone.level), (en, city, level));
    };
    check("景德镇高新区", "Jingdezhen High-tech Zone", "景德镇", Level::National);
    check(
        "龙南经开区",
        "Longnan Economic Development Zone",
        "赣州",
        Level::National,
    );
    check("樟树工业园区", "Zhangshu Industrial Park", "宜春", Level::Provincial);
    check("苏州工业园区", "Suzhou Industrial Park", "苏州", Level::National);
    assert!(
        ZONES
            .iter()
            .all(|zone| !zone.city.is_empty() && !zone.province.is_empty())
    );
}

#[test]
fn regions_in_english() {
    let check = |name, expect| assert_eq!(region_english(name), expect, "{name}");
    check("江西", Some("Jiangxi"));
    check("内蒙古", Some("Inner Mongolia"));
    check("景德镇", Some("Jingdezhen"));
    check("北京", Some("Beijing"));
    check("甲市", None);
}
