//! Shared data as a property: equal where it is the same.

use crate::library::Entry;
use std::ops::Deref;
use std::rc::Rc;

/// A report with its reading. Readings never change, so two properties are equal where they are one.
#[derive(Clone, Debug)]
pub struct Shared(pub Rc<Entry>);

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for Shared {
    type Target = Entry;

    fn deref(&self) -> &Entry {
        &self.0
    }
}
