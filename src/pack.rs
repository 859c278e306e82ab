//! What came of reading a text, as bytes: a worker reads it beside the page and hands it over. The program that packs them is the one that unpacks
//! them, so they have no version. The names of rules, which no page shows, stay behind.

use crate::decimal::Decimal;
use crate::figure::{Bound, Figure, Found, Kind, Reading, Sign, Skipped, Slot, Status};
use crate::intake::{Record, Refusal, entry, record, report, restored};
use crate::library::Entry;
use crate::period::{Date, Period};
use crate::text::{Ch, Clean, Cut, CutReason, Span};
use std::ops::Range;

/// Reads a record and packs what comes of it.
pub fn read(record: Record, name: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    match report(record, name).and_then(entry) {
        Ok(entry) => {
            bytes.push(1);
            packed(&entry, &mut bytes);
        }
        Err(refusal) => {
            bytes.push(0);
            refusal.pack(&mut bytes);
        }
    }
    bytes
}

/// What came of reading; a text whose bytes are none that [`read`] gives could not be read.
pub fn unpack(mut bytes: &[u8]) -> Result<Entry, Refusal> {
    let from = &mut bytes;
    match usize::unpack(from) {
        Some(0) => Err(Refusal::unpack(from).unwrap_or(Refusal::Unreadable)),
        _ => unpacked(from).ok_or(Refusal::Unreadable),
    }
}

fn packed(entry: &Entry, to: &mut Vec<u8>) {
    record(&entry.report).iter().for_each(|field| field.pack(to));
    entry.report.id.pack(to);
    entry.reading.pack(to);
}

fn unpacked(from: &mut &[u8]) -> Option<Entry> {
    let mut fields = Record::default();
    for field in &mut fields {
        *field = Pack::unpack(from)?;
    }
    let mut report = restored(fields)?;
    report.id = Pack::unpack(from)?;
    Some(Entry::with_reading(report, Pack::unpack(from)?, true))
}

/// What can be packed.
trait Pack: Sized {
    fn pack(&self, to: &mut Vec<u8>);
    fn unpack(from: &mut &[u8]) -> Option<Self>;
}

/// Seven bits to a byte, the lowest first.
impl Pack for usize {
    fn pack(&self, to: &mut Vec<u8>) {
        let mut rest = *self;
        while rest > 127 {
            to.push(rest as u8 | 128);
            rest >>= 7;
        }
        to.push(rest as u8);
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        let mut number = 0;
        for shift in (0..usize::BITS).step_by(7) {
            let byte = from.split_off_first()?;
            number |= (usize::from(*byte) & 127) << shift;
            if *byte < 128 {
                return Some(number);
            }
        }
        None
    }
}

impl Pack for String {
    fn pack(&self, to: &mut Vec<u8>) {
        self.len().pack(to);
        to.extend_from_slice(self.as_bytes());
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        let len = usize::unpack(from)?;
        Self::from_utf8(from.split_off(..len)?.to_vec()).ok()
    }
}

impl<T: Pack> Pack for Vec<T> {
    fn pack(&self, to: &mut Vec<u8>) {
        self.len().pack(to);
        self.iter().for_each(|item| item.pack(to));
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        (0..usize::unpack(from)?).map(|_| T::unpack(from)).collect()
    }
}

impl<T: Pack> Pack for Option<T> {
    fn pack(&self, to: &mut Vec<u8>) {
        self.is_some().pack(to);
        if let Some(value) = self {
            value.pack(to);
        }
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        Some(if bool::unpack(from)? {
            Some(T::unpack(from)?)
        } else {
            None
        })
    }
}

impl<T: Pack> Pack for Slot<T> {
    fn pack(&self, to: &mut Vec<u8>) {
        self.value.pack(to);
        self.found.pack(to);
        self.evidence.pack(to);
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        Some(Self {
            value: Pack::unpack(from)?,
            found: Pack::unpack(from)?,
            evidence: Pack::unpack(from)?,
            rule: "",
        })
    }
}

impl Pack for Decimal {
    fn pack(&self, to: &mut Vec<u8>) {
        to.extend_from_slice(&self.digits().to_le_bytes());
        (self.scale() as usize).pack(to);
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        let digits = i128::from_le_bytes(*from.split_off(..16)?.first_chunk()?);
        Some(Self::new(digits, usize::unpack(from)? as u32))
    }
}

/// Each character by its distance from the one before.
impl Pack for Clean {
    fn pack(&self, to: &mut Vec<u8>) {
        self.cuts.pack(to);
        self.chars.len().pack(to);
        let mut at = 0;
        for Ch { c, start, end } in self.kept() {
            (c as usize).pack(to);
            (start.wrapping_sub(at) as usize).pack(to);
            (end.wrapping_sub(start) as usize).pack(to);
            at = end;
        }
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        let cuts = Pack::unpack(from)?;
        let mut at: u32 = 0;
        let kept = (0..usize::unpack(from)?).map(|_| {
            let c = char::from_u32(usize::unpack(from)? as u32)?;
            let start = at.wrapping_add(usize::unpack(from)? as u32);
            at = start.wrapping_add(usize::unpack(from)? as u32);
            Some(Ch { c, start, end: at })
        });
        Some(Self::new(kept.collect::<Option<_>>()?, cuts))
    }
}

impl Pack for Range<usize> {
    fn pack(&self, to: &mut Vec<u8>) {
        self.start.pack(to);
        self.end.pack(to);
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        Some(usize::unpack(from)?..usize::unpack(from)?)
    }
}

/// The reasons that the interface has words for; any other is one of the rest.
const REASONS: &[&str] = &["", "name", "idiom", "ordinal", "no unit", "time", "date"];

impl Pack for Skipped {
    fn pack(&self, to: &mut Vec<u8>) {
        self.span.pack(to);
        let reason = REASONS.iter().position(|reason| *reason == self.why);
        reason.unwrap_or_default().pack(to);
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        Some(Self {
            span: Pack::unpack(from)?,
            why: REASONS.get(usize::unpack(from)?)?,
        })
    }
}

impl Pack for Refusal {
    fn pack(&self, to: &mut Vec<u8>) {
        let place = REFUSALS.iter().position(|refusal| refusal == self);
        place.pack(to);
        if let Self::Front(line, reason) = self {
            line.pack(to);
            reason.pack(to);
        }
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        match Option::unpack(from)? {
            Some(place) => REFUSALS.get::<usize>(place).cloned(),
            None => Some(Self::Front(Pack::unpack(from)?, Pack::unpack(from)?)),
        }
    }
}

/// What can be wrong with a record, but for its front matter.
const REFUSALS: &[Refusal] = &[Refusal::Empty, Refusal::TooLong, Refusal::NoDate, Refusal::NoFigures];

/// Types that are packed field by field.
macro_rules! structs {
    ($($name:ident { $($field:ident),* })*) => {$(
        impl Pack for $name {
            fn pack(&self, to: &mut Vec<u8>) {
                $(self.$field.pack(to);)*
            }

            fn unpack(from: &mut &[u8]) -> Option<Self> {
                Some(Self { $($field: Pack::unpack(from)?),* })
            }
        }
    )*};
}

structs! {
    Reading { clean, figures, skipped, date, zone }
    Figure { span, value, value_max, unit, bound, kind, sign, indicator, subject, period, basis, status, unreliable }
    Span { start, end }
    Cut { raw, why }
    Period { start, end }
}

impl Pack for Date {
    fn pack(&self, to: &mut Vec<u8>) {
        for number in [self.year as usize, self.month as usize, self.day as usize] {
            number.pack(to);
        }
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        let mut number = || usize::unpack(from);
        Some(Self {
            year: number()? as i16,
            month: number()? as u8,
            day: number()? as u8,
        })
    }
}

/// Types of which there are a few values, packed by their place among them.
macro_rules! choices {
    ($($name:ident { $($value:expr),* })*) => {$(
        impl Pack for $name {
            fn pack(&self, to: &mut Vec<u8>) {
                to.push(*self as u8);
            }

            fn unpack(from: &mut &[u8]) -> Option<Self> {
                let byte = *from.split_off_first()?;
                [$($value),*].into_iter().find(|value| *value as u8 == byte)
            }
        }
    )*};
}

choices! {
    bool { false, true }
    Bound { Bound::Eq, Bound::Approx, Bound::Gt, Bound::Ge, Bound::Lt, Bound::Le }
    Kind { Kind::Level, Kind::Change, Kind::Share, Kind::Completion, Kind::Rank, Kind::Gap }
    Sign { Sign::Plus, Sign::Minus }
    Found { Found::Stated, Found::Inherited, Found::Assumed, Found::Unknown }
    Status { Status::Actual, Status::Expected, Status::Planned }
    CutReason { CutReason::Markup, CutReason::Chrome, CutReason::Caption, CutReason::Repeat, CutReason::Annotation }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{EMBEDDED, Report};

    /// A reading without the names of rules.
    fn plain(mut reading: Reading) -> Reading {
        reading.date.rule = "";
        reading.zone.rule = "";
        for figure in &mut reading.figures {
            (figure.indicator.rule, figure.subject.rule, figure.period.rule) = ("", "", "");
        }
        reading
    }

    #[test]
    fn every_report_comes_back_as_it_was() {
        for file in EMBEDDED {
            let report = Report::from_markdown(file.file).expect(file.name);
            let expect = Entry::new(report.clone(), true);
            let got = unpack(&read(record(&report), "")).expect(file.name);
            assert_eq!(record(&got.report), record(&report), "{}", file.name);
            let (got, expect) = (got.reading, plain(expect.reading));
            assert_eq!(format!("{got:?}"), format!("{expect:?}"), "{}", file.name);
        }
    }

    #[test]
    fn refusals_come_back_too() {
        let of = |date: &str, text: &str| {
            let mut record = Record::default();
            (record[3], record[8]) = (date.to_owned(), text.to_owned());
            unpack(&read(record, "")).err()
        };
        assert_eq!(of("", " "), Some(Refusal::Empty));
        assert_eq!(of("2023-02-30", "增长5%"), Some(Refusal::NoDate));
        assert_eq!(of("", "没有数"), Some(Refusal::NoFigures));
        assert_eq!(of("", &"长".repeat(2_000_000)), Some(Refusal::TooLong));
        assert!(matches!(of("", "---\nid: a\n---\n"), Some(Refusal::Front(3, reason)) if reason.contains("title")));
    }

    #[test]
    fn bytes_that_are_cut_off_give_a_reason() {
        let record = record(&Report::from_markdown(EMBEDDED[0].file).expect("a report"));
        let bytes = read(record, "");
        for len in (0..bytes.len()).step_by(97) {
            assert_eq!(unpack(&bytes[..len]).err(), Some(Refusal::Unreadable), "{len}");
        }
        assert_eq!(unpack(&[0, 255]).err(), Some(Refusal::Unreadable));
    }
}
