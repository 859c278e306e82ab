//! Reports as received, and the ones embedded in the program.

use crate::front::{FrontError, front};
use crate::period::Date;

/// One article as received.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Short name, used in addresses: `jingdezhen-2023`.
    pub id: String,
    /// Headline.
    pub title: String,
    /// Who published it, where known.
    pub outlet: Option<String>,
    /// Who wrote it, where known.
    pub author: Option<String>,
    /// When it appeared; relative times (今年, 去年) resolve against it.
    pub date: Option<Date>,
    /// Where it was found.
    pub url: Option<String>,
    /// Usual name of the zone it is about, where known.
    pub zone: Option<String>,
    /// How the original was damaged, in a sentence.
    pub damage: Option<String>,
    /// Which copy it was retold from, in a sentence, where the original was not at hand. Its figures are shown, but not trusted: they carry
    /// the flag `u`.
    pub copy: Option<String>,
    /// The raw text.
    pub text: String,
}

impl Report {
    /// Reads a report file: front matter and text.
    ///
    /// # Errors
    /// The front matter is malformed; the error names its line and the reason.
    pub fn from_markdown(file: &str) -> Result<Self, FrontError> {
        let front = front(file)?;
        let owned = |field: Option<&str>| field.map(str::to_owned);
        Ok(Self {
            id: front.id.to_owned(),
            title: front.title.to_owned(),
            outlet: owned(front.outlet),
            author: owned(front.author),
            date: front.date,
            url: owned(front.url),
            zone: owned(front.zone),
            damage: owned(front.damage),
            copy: owned(front.copy),
            text: file[front.body..].to_owned(),
        })
    }
}

/// A report file that is built into the program.
pub struct Embedded {
    /// Its file name without `.md`.
    pub name: &'static str,
    /// The whole file.
    pub file: &'static str,
}

// `pub static EMBEDDED: &[Embedded]`, written by `data/build.rs`: reports whose original was at hand by their file names, then those known
// from a copy alone by zone and date.
include!(concat!(env!("OUT_DIR"), "/reports.rs"));
