//! From clean text to mentions: amounts and times.

pub mod amount;
pub mod currency;
pub mod era;
pub mod dateline;
pub mod numeral;
pub mod time;
