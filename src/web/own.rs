//! The scripts that open, keep and hand over articles of the reader's own. They are loaded for it, and speak with the app in events of the window,
//! whose detail is a list that begins with what it is about.

use super::Listener;
use super::page::listen;
use crate::intake::{Record, Refusal, record};
use crate::library::Entry;
use crate::pack::{read as read_packed, unpack};
use crate::state::Own;
use js_sys::{Array, Uint8Array};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{CustomEvent, CustomEventInit};

/// The name under which the scripts remember that they keep something.
pub const KEPT: &str = "zhibiao-own";

/// Reads a record, as JavaScript has it, and gives what came of it packed: called in a worker, or on the page where there can be none.
#[wasm_bindgen]
pub fn read(fields: &Array, name: &str) -> Vec<u8> {
    read_packed(fields_of(fields), name)
}

/// The program, for a worker to run as well.
#[wasm_bindgen]
pub fn program() -> JsValue {
    wasm_bindgen::module()
}

fn fields_of(fields: &Array) -> Record {
    let mut record = Record::default();
    for (field, value) in record.iter_mut().zip(fields.iter()) {
        *field = value.as_string().unwrap_or_default();
    }
    record
}

/// Has the scripts loaded, so that what is given later can be read without the network.
pub fn prepare() {
    ask(&[&"prepare".into()]);
}

/// Has a record read.
pub fn give(fields: &Record, name: &str) {
    ask(&[&"give".into(), &list(fields), &name.into()]);
}

/// Has the reader's own reports kept, in their order.
pub fn keep(entries: &[Rc<Entry>]) {
    let reports = Array::new();
    for entry in entries {
        let fields = list(&record(&entry.report));
        fields.unshift(&entry.report.id.as_str().into());
        reports.push(&fields);
    }
    ask(&[&"keep".into(), &reports]);
}

fn list(fields: &[String]) -> Array {
    fields.iter().map(|field| JsValue::from_str(field)).collect()
}

/// Lets the scripts know something.
fn ask(detail: &[&JsValue]) {
    let list = Array::new();
    for part in detail {
        list.push(part);
    }
    let options = CustomEventInit::new();
    options.set_detail(&list);
    if let (Some(window), Ok(event)) = (
        web_sys::window(),
        CustomEvent::new_with_event_init_dict("zhibiao-ask", &options),
    ) {
        let _ = window.dispatch_event(&event);
    }
}

/// Listens to what the scripts have to tell.
pub fn told(mut callback: impl FnMut(Own) + 'static) -> Option<Listener> {
    let mut arrived = Vec::new();
    listen("zhibiao-tell", move |event| {
        let event = event.dyn_ref::<CustomEvent>();
        if let Some(own) = event.and_then(|event| heard(&event.detail(), &mut arrived)) {
            callback(own);
        }
    })
}

/// Texts arrive one after the other; the app hears of them when all are there.
fn heard(detail: &JsValue, arrived: &mut Vec<(String, Result<Entry, Refusal>)>) -> Option<Own> {
    let list: &Array = detail.dyn_ref()?;
    let number = |i: u32| list.get(i).as_f64().unwrap_or_default() as usize;
    let truth = |i: u32| list.get(i).is_truthy();
    Some(match list.get(0).as_string()?.as_str() {
        "reading" => Own::Reading(number(1), number(2), list.get(3).as_string()?),
        "arrived" => {
            // Bytes are what came of it, a word the reason why nothing did.
            let result = match list.get(2).dyn_into::<Uint8Array>() {
                Ok(bytes) => unpack(&bytes.to_vec()),
                Err(reason) => Err(Refusal::named(&reason.as_string()?)),
            };
            arrived.push((list.get(1).as_string()?, result));
            return None;
        }
        "ended" => Own::Ended {
            arrived: std::mem::take(arrived),
            stopped: number(1),
            quiet: truth(2),
        },
        "kept" => Own::Kept(truth(1)),
        _ => return None,
    })
}
