//! What JavaScript hands over: articles and options, looked at one by one, so that an error can say which and what to do.

use js_sys::{Array, Error, Object, Reflect};
use std::ops::RangeInclusive;
use wasm_bindgen::{JsCast, JsValue};
use zhibiao::period::Date;
use zhibiao::report::Report;

/// An article to read.
pub struct Article {
    /// As the library takes it.
    pub report: Report,
}

impl Article {
    /// A text with its options: `date` and `title`.
    pub fn new(call: &str, text: String, given: &JsValue) -> Result<Self, JsValue> {
        let [date, title] = options(call, given, ["date", "title"])?;
        let date = match text_of(&date) {
            Some(date) => Some(
                Date::parse(&date)
                    .filter(|date| date.day > 0)
                    .ok_or_else(|| fail(&format!("{call}: there is no date “{date}”; write it like 2024-02-27")))?,
            ),
            None if is_missing(&date) => None,
            None => return Err(fail(&format!("{call}: date must be a string like 2024-02-27"))),
        };
        let title = match text_of(&title) {
            None if !is_missing(&title) => return Err(fail(&format!("{call}: title must be a string"))),
            title => title.unwrap_or_default(),
        };
        Ok(Self {
            report: Report {
                title,
                date,
                text,
                ..Report::default()
            },
        })
    }
}

/// One article or a list of them: each a string, or an object with `text`, and where known `date` and `title`.
pub fn articles(call: &str, given: &JsValue) -> Result<Vec<Article>, JsValue> {
    let article = |given: JsValue| {
        if let Some(text) = text_of(&given) {
            return Article::new(call, text, &JsValue::UNDEFINED);
        }
        let text = given.is_object().then(|| Reflect::get(&given, &"text".into()));
        let text = text.and_then(|text| text_of(&text.ok()?));
        let text = text.ok_or_else(|| fail(&format!("{call}: an article is a string or {{ text, date, title }}")))?;
        let rest = Object::assign(&Object::new(), given.unchecked_ref());
        let _ = Reflect::delete_property(&rest, &"text".into());
        Article::new(call, text, &rest)
    };
    match given.dyn_ref::<Array>() {
        Some(list) => list.iter().map(article).collect(),
        None => Ok(vec![article(given.clone())?]),
    }
}

/// The values of the known options, in order; `undefined` for those that are not given. Others are refused, so that a slip is noticed.
pub fn options<const N: usize>(call: &str, given: &JsValue, known: [&str; N]) -> Result<[JsValue; N], JsValue> {
    if is_missing(given) {
        return Ok([const { JsValue::UNDEFINED }; N]);
    }
    let Some(object) = given.dyn_ref::<Object>().filter(|object| !object.is_function()) else {
        return Err(fail(&format!(
            "{call}: options are an object with {}",
            known.join(", ")
        )));
    };
    for key in Object::keys(object) {
        let key = text_of(&key).unwrap_or_default();
        if !known.contains(&key.as_str()) {
            return Err(fail(&format!(
                "{call}: there is no option “{key}”; known are {}",
                known.join(", ")
            )));
        }
    }
    Ok(known.map(|name| Reflect::get(given, &name.into()).unwrap_or_default()))
}

/// One of several words; the first where none is given.
pub fn chosen<T: Copy>(what: &str, given: &JsValue, among: &[(&str, T)]) -> Result<T, JsValue> {
    let word = text_of(given);
    let found = match &word {
        None if is_missing(given) => among.first(),
        word => among.iter().find(|(name, _)| word.as_deref() == Some(name)),
    };
    found.map(|(_, value)| *value).ok_or_else(|| {
        let names: Vec<&str> = among.iter().map(|(name, _)| *name).collect();
        fail(&format!("{what} must be one of {}", names.join(", ")))
    })
}

/// A list of names; none where nothing is given.
pub fn names(what: &str, given: &JsValue) -> Result<Vec<String>, JsValue> {
    let complaint = || fail(&format!("{what} must be an array of strings"));
    match given.dyn_ref::<Array>() {
        None if is_missing(given) => Ok(Vec::new()),
        None => Err(complaint()),
        Some(list) => list.iter().map(|name| text_of(&name).ok_or_else(complaint)).collect(),
    }
}

/// A number within bounds; `None` where none is given.
pub fn number(what: &str, given: &JsValue, within: RangeInclusive<f64>) -> Result<Option<f64>, JsValue> {
    match given.as_f64() {
        None if is_missing(given) => Ok(None),
        Some(number) if within.contains(&number) => Ok(Some(number)),
        _ => Err(fail(&format!(
            "{what} must be a number from {} to {}",
            *within.start() as i32,
            *within.end() as i32
        ))),
    }
}

/// A string as ours. Halves of characters that JavaScript lets stand alone become U+FFFD.
pub fn text_of(value: &JsValue) -> Option<String> {
    value.as_string()
}

/// An `Error` with a message.
pub fn fail(message: &str) -> JsValue {
    Error::new(message).into()
}

fn is_missing(value: &JsValue) -> bool {
    value.is_undefined() || value.is_null()
}
