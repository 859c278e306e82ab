//! The command line: `zhibiao read FILE…`, `zhibiao check FILE…`, `zhibiao table FILE…` and `zhibiao explain FILE OFFSET`.

mod check;
mod explain;
mod input;
mod table;

use crate::period::Date;
use crate::wire::{self, FIELDS, Offsets, WireFigure};
use lexopt::prelude::*;
use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

const USAGE: &str = "\
zhibiao read FILE… [--date YYYY-MM-DD] [--format jsonl|csv|table]
zhibiao check FILE… [--date YYYY-MM-DD] [--format text|jsonl]
zhibiao table FILE… [--date YYYY-MM-DD] [--format csv|jsonl]
zhibiao explain FILE OFFSET [--date YYYY-MM-DD]

read: the figures of Chinese reports. check: whether they add up, within each report and across all of them: what differs first, then what
is doubtful, then what holds. table: the figures merged to observations under the names of SDMX. explain: how one figure was read. FILE is text (UTF-8, GB18030 or Big5), HTML, or a report with front matter; `-` is standard
input. Offsets are code points of the file. --date is the day of the report, against which 今年 and 去年 resolve.
";

/// What went wrong, and with which exit code.
enum Failure {
    /// The call itself is wrong: exit 2.
    Usage(String),
    /// A file cannot be read: exit 1.
    Input(String),
}

/// Runs the command line with the arguments after the program's name.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let mut out = io::BufWriter::new(io::stdout().lock());
    match command(args, &mut out).and_then(|()| out.flush().map_err(output)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Usage(reason)) => {
            eprintln!("zhibiao: {reason}; see zhibiao --help");
            ExitCode::from(2)
        }
        Err(Failure::Input(reason)) => {
            eprintln!("zhibiao: {reason}");
            ExitCode::from(1)
        }
    }
}

/// How figures are printed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    Jsonl,
    Csv,
    Table,
    Text,
}

/// Each format with its word.
const FORMATS: [(&str, Format); 4] = [
    ("jsonl", Format::Jsonl),
    ("csv", Format::Csv),
    ("table", Format::Table),
    ("text", Format::Text),
];

/// What a command on files does.
type Run = fn(&[&str], &Call, &mut dyn Write) -> Result<(), Failure>;

/// Each command on files, with the formats that it prints.
const COMMANDS: [(&str, Run, &[Format]); 3] = [
    ("read", read, &[Format::Jsonl, Format::Csv, Format::Table]),
    ("check", check::check, &[Format::Text, Format::Jsonl]),
    ("table", table::table, &[Format::Csv, Format::Jsonl]),
];

/// What a call asks for.
struct Call {
    words: Vec<String>,
    date: Option<Date>,
    format: Option<Format>,
    help: bool,
}

fn command(args: impl IntoIterator<Item = OsString>, out: &mut impl Write) -> Result<(), Failure> {
    let call = call(args).map_err(|e| Failure::Usage(e.to_string()))?;
    let words: Vec<&str> = call.words.iter().map(String::as_str).collect();
    match words.split_first() {
        _ if call.help => write!(out, "{USAGE}").map_err(output),
        Some((&name, files)) if let Some((_, run, formats)) = COMMANDS.iter().find(|(known, ..)| *known == name) => {
            if files.is_empty() {
                let reason = format!("{name}: name at least one file, or - for standard input");
                return Err(Failure::Usage(reason));
            }
            if let Some((word, _)) = FORMATS
                .iter()
                .find(|(_, f)| call.format == Some(*f) && !formats.contains(f))
            {
                let known = FORMATS
                    .iter()
                    .filter(|(_, f)| formats.contains(f))
                    .map(|(word, _)| *word);
                let known = known.collect::<Vec<_>>().join(", ");
                return Err(Failure::Usage(format!("{name}: --format: `{word}` is none of {known}")));
            }
            run(files, &call, out)
        }
        Some((&"explain", [file, offset])) => {
            let offset = offset
                .parse()
                .map_err(|_| Failure::Usage(format!("explain: `{offset}` is no offset; give a whole number")))?;
            explain::explain(&input::load(file, call.date)?, offset, out)
        }
        Some((&"explain", _)) => Err(Failure::Usage("explain: takes a file and an offset".to_owned())),
        Some((other, _)) => Err(Failure::Usage(format!("unknown command `{other}`"))),
        None => Err(Failure::Usage("name a command".to_owned())),
    }
}

fn call(args: impl IntoIterator<Item = OsString>) -> Result<Call, lexopt::Error> {
    let mut call = Call {
        words: Vec::new(),
        date: None,
        format: None,
        help: false,
    };
    let mut parser = lexopt::Parser::from_args(args);
    while let Some(arg) = parser.next()? {
        match arg {
            Long("date") => {
                let text = parser.value()?.string()?;
                let date =
                    Date::parse(&text).ok_or_else(|| format!("--date: `{text}` is no date; write YYYY-MM-DD"))?;
                call.date = Some(date);
            }
            Long("format") => {
                let text = parser.value()?.string()?;
                let known = FORMATS.iter().find(|(word, _)| *word == text);
                let all = FORMATS.map(|(word, _)| word).join(", ");
                let known = known.ok_or_else(|| format!("--format: `{text}` is none of {all}"))?;
                call.format = Some(known.1);
            }
            Short('h') | Long("help") => call.help = true,
            Value(word) => call.words.push(word.string()?),
            other => return Err(other.unexpected()),
        }
    }
    Ok(call)
}

fn read(files: &[&str], call: &Call, out: &mut dyn Write) -> Result<(), Failure> {
    let format = call.format.unwrap_or(Format::Jsonl);
    if format == Format::Csv {
        writeln!(out, "{}", FIELDS.join(",")).map_err(output)?;
    }
    for file in files {
        let input = input::load(file, call.date)?;
        let reading = crate::read(&input.report);
        let figures = wire::figures(&reading, &input.report.text, input.skip, Offsets::CodePoints);
        print(&figures, format, out).map_err(output)?;
    }
    Ok(())
}

fn print(figures: &[WireFigure], format: Format, out: &mut dyn Write) -> io::Result<()> {
    for figure in figures {
        match format {
            Format::Jsonl | Format::Text => writeln!(out, "{}", serde_json::to_string(figure)?)?,
            Format::Csv => {
                let cells: Vec<String> = figure.row().iter().map(|cell| wire::quoted(cell)).collect();
                writeln!(out, "{}", cells.join(","))?;
            }
            Format::Table => {
                let cell = |text: &Option<String>| text.clone().unwrap_or_else(|| "—".to_owned());
                let (name, whom, when) = (cell(&figure.indicator), cell(&figure.subject), cell(&figure.period));
                let quote = figure.quote.replace('\n', " ");
                writeln!(
                    out,
                    "{}{quote}\t{}\t{name}\t{whom}\t{when}",
                    figure.sign.unwrap_or_default(),
                    figure.kind
                )?;
            }
        }
    }
    Ok(())
}

fn output(e: io::Error) -> Failure {
    Failure::Input(format!("cannot write the output: {e}"))
}
