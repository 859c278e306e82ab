//! Elements, written as in Yew and built step by step.
//!
//! Yew's own `html!` makes several hundred bytes of code of every element. This one reads the same markup and makes a call of each tag, attribute
//! and child, which halves the code of the pages. It knows elements, not components: those are written in `yew::html!`. Every attribute has a name and
//! a value, `onclick={onclick}` as well.

use std::borrow::Cow;
use wasm_bindgen::JsCast;
use yew::prelude::*;
use yew::virtual_dom::{Listener, ListenerKind, VList, VNode, VTag, VText};

/// Markup as a node.
macro_rules! html {
    ($($rest:tt)*) => {{
        let mut markup = $crate::ui::markup::Markup::new();
        $crate::ui::markup::steps!(markup $($rest)*);
        markup.done()
    }};
}

/// The calls that build markup.
macro_rules! steps {
    ($to:ident) => {};
    ($to:ident < / $($tag:ident)? > $($rest:tt)*) => {
        $to.close();
        $crate::ui::markup::steps!($to $($rest)*);
    };
    ($to:ident < > $($rest:tt)*) => {
        $to.open_list();
        $crate::ui::markup::steps!($to $($rest)*);
    };
    ($to:ident < $tag:ident $($name:ident $(- $more:ident)* = $value:tt)* > $($rest:tt)*) => {
        $to.open(stringify!($tag));
        $($crate::ui::markup::Value::set($value, &mut $to, concat!(stringify!($name) $(, "-", stringify!($more))*));)*
        $crate::ui::markup::steps!($to $($rest)*);
    };
    ($to:ident < $tag:ident $($name:ident $(- $more:ident)* = $value:tt)* / > $($rest:tt)*) => {
        $crate::ui::markup::steps!($to < $tag $($name $(- $more)* = $value)* > < / $tag > $($rest)*);
    };
    ($to:ident { for $children:expr } $($rest:tt)*) => {
        for child in $children {
            $crate::ui::markup::Child::put(child, &mut $to);
        }
        $crate::ui::markup::steps!($to $($rest)*);
    };
    ($to:ident { $child:expr } $($rest:tt)*) => {
        $crate::ui::markup::Child::put($child, &mut $to);
        $crate::ui::markup::steps!($to $($rest)*);
    };
    ($to:ident if $($rest:tt)*) => {
        $crate::ui::markup::steps!(@if $to [] $($rest)*);
    };
    // The condition goes on to the first braces. What it decides is one child, so that those behind it keep their places.
    (@if $to:ident [$($condition:tt)*] { $($then:tt)* } else { $($other:tt)* } $($rest:tt)*) => {
        $to.open_list();
        if $($condition)* {
            $crate::ui::markup::steps!($to $($then)*);
        } else {
            $crate::ui::markup::steps!($to $($other)*);
        }
        $to.close();
        $crate::ui::markup::steps!($to $($rest)*);
    };
    (@if $to:ident [$($condition:tt)*] { $($then:tt)* } $($rest:tt)*) => {
        $crate::ui::markup::steps!(@if $to [$($condition)*] { $($then)* } else {} $($rest)*);
    };
    (@if $to:ident [$($condition:tt)*] $next:tt $($rest:tt)*) => {
        $crate::ui::markup::steps!(@if $to [$($condition)* $next] $($rest)*);
    };
}

pub(crate) use {html, steps};

/// Markup in the making: what has been opened and not closed yet, and around it the list of all.
pub struct Markup {
    open: Vec<(Option<VTag>, Vec<VNode>)>,
}

impl Markup {
    /// Nothing yet.
    pub fn new() -> Self {
        Self {
            open: vec![(None, Vec::new())],
        }
    }

    /// Begins an element.
    pub fn open(&mut self, tag: &'static str) {
        self.open.push((Some(VTag::new(tag)), Vec::new()));
    }

    /// Begins a list of nodes.
    pub fn open_list(&mut self) {
        self.open.push((None, Vec::new()));
    }

    /// Ends what was begun last.
    pub fn close(&mut self) {
        let node = self.ended();
        self.put(node);
    }

    /// All of it as one node.
    pub fn done(mut self) -> Html {
        self.ended()
    }

    fn ended(&mut self) -> VNode {
        match self.open.pop() {
            Some((Some(mut tag), children)) => {
                tag.add_children(children);
                tag.into()
            }
            Some((None, mut children)) if children.len() == 1 => children.pop().unwrap_or_default(),
            Some((None, children)) => VList::with_children(children, None).into(),
            None => VNode::default(),
        }
    }

    fn put(&mut self, child: VNode) {
        if let Some((_, children)) = self.open.last_mut() {
            children.push(child);
        }
    }

    fn tag(&mut self) -> Option<&mut VTag> {
        self.open.last_mut()?.0.as_mut()
    }

    fn set(&mut self, name: &'static str, value: AttrValue) {
        let Some(tag) = self.tag() else { return };
        if name == "class" && value.is_empty() {
            return;
        }
        // What a field holds is a property of it.
        match name == "value" && matches!(tag.tag(), "input" | "textarea") {
            true => tag.set_value(Some(value)),
            false => tag.add_attribute(name, value),
        }
    }

    fn listen(&mut self, name: &'static str, callback: Callback<Event>) {
        if let Some(tag) = self.tag() {
            tag.add_listener(std::rc::Rc::new(Listening { name, callback }));
        }
    }
}

/// What can stand between tags.
pub trait Child {
    /// Adds it to the markup.
    fn put(self, to: &mut Markup);
}

impl Child for VNode {
    fn put(self, to: &mut Markup) {
        to.put(self);
    }
}

impl Child for &str {
    fn put(self, to: &mut Markup) {
        to.put(VText::new(self.to_owned()).into());
    }
}

impl Child for &String {
    fn put(self, to: &mut Markup) {
        self.as_str().put(to);
    }
}

impl Child for String {
    fn put(self, to: &mut Markup) {
        self.as_str().put(to);
    }
}

impl Child for usize {
    fn put(self, to: &mut Markup) {
        self.to_string().put(to);
    }
}

impl<T: Child> Child for Option<T> {
    fn put(self, to: &mut Markup) {
        match self {
            Some(child) => child.put(to),
            None => to.put(VNode::default()),
        }
    }
}

/// What an attribute can have as its value.
pub trait Value {
    /// Sets an attribute of the element that was begun last.
    fn set(self, to: &mut Markup, name: &'static str);
}

impl Value for AttrValue {
    fn set(self, to: &mut Markup, name: &'static str) {
        to.set(name, self);
    }
}

impl Value for &'static str {
    fn set(self, to: &mut Markup, name: &'static str) {
        to.set(name, self.into());
    }
}

impl Value for String {
    fn set(self, to: &mut Markup, name: &'static str) {
        to.set(name, self.into());
    }
}

/// An attribute that is there or not.
impl Value for bool {
    fn set(self, to: &mut Markup, name: &'static str) {
        self.then_some(name).set(to, name);
    }
}

impl<T: Value> Value for Option<T> {
    fn set(self, to: &mut Markup, name: &'static str) {
        if let Some(value) = self {
            value.set(to, name);
        }
    }
}

impl Value for NodeRef {
    fn set(self, to: &mut Markup, _: &'static str) {
        if let Some(tag) = to.tag() {
            tag.node_ref = self;
        }
    }
}

impl<E: JsCast + 'static> Value for Callback<E> {
    fn set(self, to: &mut Markup, name: &'static str) {
        to.listen(name, self.reform(JsCast::unchecked_into));
    }
}

/// Names of style classes as a value; empty ones are left out.
pub fn classes(names: &[&str]) -> String {
    let names: Vec<&str> = names.iter().copied().filter(|name| !name.is_empty()).collect();
    names.join(" ")
}

/// A listener by the name of its attribute.
struct Listening {
    name: &'static str,
    callback: Callback<Event>,
}

impl Listener for Listening {
    fn kind(&self) -> ListenerKind {
        ListenerKind::other(Cow::Borrowed(self.name.trim_start_matches("on")))
    }

    fn handle(&self, event: Event) {
        self.callback.emit(event);
    }

    fn passive(&self) -> bool {
        false
    }
}
