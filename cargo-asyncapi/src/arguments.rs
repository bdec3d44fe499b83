//! Arguments → [`Command`].

use std::ffi::OsString;

use asyncapi_codegen::diagnostic::did_you_mean;
use lexopt::{Arg, Parser};

use crate::format::Format;
use crate::help;
use crate::settings::Settings;

/// What is to be done.
#[derive(Debug)]
pub(crate) enum Command {
    /// `check FILE…`
    Check(Check),
    /// `bundle FILE`
    Bundle(Bundle),
    /// `upgrade FILE`
    Upgrade(Upgrade),
    /// `expand FILE`
    Expand(Expand),
    /// `explain [CODE]`
    Explain(Option<String>),
    /// Help or the version.
    Print(String),
}

/// `check FILE…`
#[derive(Debug, Default)]
pub(crate) struct Check {
    /// The documents.
    pub(crate) files: Vec<String>,
    /// In which form findings are written.
    pub(crate) format: Format,
    /// The rest.
    pub(crate) settings: Settings,
}

/// `bundle FILE`
#[derive(Debug, Default)]
pub(crate) struct Bundle {
    /// The document.
    pub(crate) input: String,
    /// Where the result goes.
    pub(crate) output: Option<String>,
    /// Whether that file is only compared with the result.
    pub(crate) check: bool,
    /// The rest; of `asyncapi!`'s options, those about files.
    pub(crate) settings: Settings,
}

/// `upgrade FILE`
#[derive(Debug, Default)]
pub(crate) struct Upgrade {
    /// The document.
    pub(crate) input: String,
    /// Where the result goes.
    pub(crate) output: Option<String>,
    /// Whether it goes to where the document is.
    pub(crate) in_place: bool,
    /// Whether that file is only compared with the result.
    pub(crate) check: bool,
    /// Whether what 3.x cannot say is a fault.
    pub(crate) strict: bool,
    /// The rest; of `asyncapi!`'s options, those about files.
    pub(crate) settings: Settings,
}

/// `expand FILE`
#[derive(Debug)]
pub(crate) struct Expand {
    /// The document.
    pub(crate) file: String,
    /// The path under which the generated code finds the runtime.
    pub(crate) runtime: String,
    /// The rest.
    pub(crate) settings: Settings,
}

const COMMANDS: [&str; 6] = ["check", "bundle", "upgrade", "expand", "explain", "help"];

/// Reads the arguments behind the program's name.
pub(crate) fn parse(arguments: Vec<OsString>) -> Result<Command, String> {
    let mut parser = Parser::from_args(arguments);
    let Some(first) = word(&mut parser)? else { return Err(format!("which command?\n\n{}", help::USAGE)) };
    match first {
        Word::Option(name) => match name.as_str() {
            "-h" | "--help" => Ok(Command::Print(help::MAIN.to_owned())),
            "-V" | "--version" => Ok(Command::Print(version())),
            _ => Err(unknown("option", &name, &["--help", "--version"], "options")),
        },
        Word::Value(name) => match name.as_str() {
            "check" => check(&mut parser),
            "bundle" => bundle(&mut parser),
            "upgrade" => upgrade(&mut parser),
            "expand" => expand(&mut parser),
            "explain" => explain(&mut parser),
            "help" => help_on(&mut parser),
            other => Err(unknown("command", other, &COMMANDS, "commands")),
        },
    }
}

fn version() -> String {
    format!("cargo-asyncapi {}\n", env!("CARGO_PKG_VERSION"))
}

fn check(parser: &mut Parser) -> Result<Command, String> {
    let mut check = Check::default();
    while let Some(word) = word(parser)? {
        match word {
            Word::Value(file) => check.files.push(file),
            Word::Option(name) => match name.as_str() {
                "-h" | "--help" => return Ok(Command::Print(help::check())),
                "--format" => check.format = Format::of(&value(parser)?)?,
                _ => option(&name, parser, &mut check.settings, &["--format", "--help"])?,
            },
        }
    }
    if check.files.is_empty() {
        return Err("which document? As in `cargo asyncapi check chat.yaml`".to_owned());
    }
    Ok(Command::Check(check))
}

/// What `bundle` and `upgrade` take of the options that all share.
const OF_FILES: [&str; 4] = ["--ref", "--root", "--allow-outside", "--color"];

fn bundle(parser: &mut Parser) -> Result<Command, String> {
    let mut bundle = Bundle::default();
    let mut files = Vec::new();
    while let Some(word) = word(parser)? {
        match word {
            Word::Value(file) => files.push(file),
            Word::Option(name) => match name.as_str() {
                "-h" | "--help" => return Ok(Command::Print(help::BUNDLE.to_owned())),
                "-o" | "--output" => bundle.output = Some(value(parser)?),
                "--check" => bundle.check = true,
                name if OF_FILES.contains(&name) => option(name, parser, &mut bundle.settings, &[])?,
                _ => return Err(unknown_of_files(&name, &["--output", "--check", "--help"])),
            },
        }
    }
    bundle.input = one_document("bundle", files)?;
    if bundle.check && bundle.output.is_none() {
        return Err("`--check` compares the result with a file: name it with `--output`".to_owned());
    }
    Ok(Command::Bundle(bundle))
}

fn upgrade(parser: &mut Parser) -> Result<Command, String> {
    let mut upgrade = Upgrade::default();
    let mut files = Vec::new();
    while let Some(word) = word(parser)? {
        match word {
            Word::Value(file) => files.push(file),
            Word::Option(name) => match name.as_str() {
                "-h" | "--help" => return Ok(Command::Print(help::UPGRADE.to_owned())),
                "-o" | "--output" => upgrade.output = Some(value(parser)?),
                "--in-place" => upgrade.in_place = true,
                "--check" => upgrade.check = true,
                "--strict" => upgrade.strict = true,
                name if OF_FILES.contains(&name) => option(name, parser, &mut upgrade.settings, &[])?,
                _ => return Err(unknown_of_files(&name, &["--output", "--in-place", "--check", "--strict", "--help"])),
            },
        }
    }
    upgrade.input = one_document("upgrade", files)?;
    if upgrade.in_place && upgrade.output.is_some() {
        return Err("the result goes to one place: `--in-place` or `--output`".to_owned());
    }
    if upgrade.check && upgrade.output.is_none() && !upgrade.in_place {
        return Err(
            "`--check` compares the result with a file: name it with `--output`, or say `--in-place`".to_owned()
        );
    }
    Ok(Command::Upgrade(upgrade))
}

fn unknown_of_files(name: &str, own: &[&str]) -> String {
    let known: Vec<&str> = own.iter().chain(&OF_FILES).copied().collect();
    unknown("option", name, &known, "options")
}

fn one_document(command: &str, files: Vec<String>) -> Result<String, String> {
    match <[String; 1]>::try_from(files) {
        Ok([file]) => Ok(file),
        Err(files) if files.is_empty() => Err(format!("which document? As in `cargo asyncapi {command} chat.yaml`")),
        Err(files) => Err(format!("`{command}` takes one document, not {}: {}", files.len(), files.join(", "))),
    }
}

fn expand(parser: &mut Parser) -> Result<Command, String> {
    let mut files = Vec::new();
    let mut runtime = "::asyncapi_runtime".to_owned();
    let mut settings = Settings::default();
    while let Some(word) = word(parser)? {
        match word {
            Word::Value(file) => files.push(file),
            Word::Option(name) => match name.as_str() {
                "-h" | "--help" => return Ok(Command::Print(help::expand())),
                "--runtime" => runtime = Settings::path("--runtime", value(parser)?)?,
                _ => option(&name, parser, &mut settings, &["--runtime", "--help"])?,
            },
        }
    }
    let file = one_document("expand", files)?;
    Ok(Command::Expand(Expand { file, runtime, settings }))
}

fn explain(parser: &mut Parser) -> Result<Command, String> {
    let mut code = None;
    while let Some(word) = word(parser)? {
        match word {
            Word::Option(name) if name == "-h" || name == "--help" => {
                return Ok(Command::Print(help::EXPLAIN.to_owned()));
            }
            Word::Option(name) => return Err(unknown("option", &name, &["--help"], "options")),
            Word::Value(found) if code.is_none() => code = Some(found),
            Word::Value(more) => return Err(format!("`explain` takes one code; `{more}` is one too many")),
        }
    }
    Ok(Command::Explain(code))
}

fn help_on(parser: &mut Parser) -> Result<Command, String> {
    match word(parser)? {
        None => Ok(Command::Print(help::MAIN.to_owned())),
        Some(Word::Option(name)) => Err(format!("`help` takes the name of a command, not `{name}`")),
        Some(Word::Value(name)) => match name.as_str() {
            "check" => Ok(Command::Print(help::check())),
            "bundle" => Ok(Command::Print(help::BUNDLE.to_owned())),
            "upgrade" => Ok(Command::Print(help::UPGRADE.to_owned())),
            "expand" => Ok(Command::Print(help::expand())),
            "explain" => Ok(Command::Print(help::EXPLAIN.to_owned())),
            "help" => Ok(Command::Print(help::MAIN.to_owned())),
            other => Err(unknown("command", other, &COMMANDS, "commands")),
        },
    }
}

/// An option that `check` and `expand` share; `further` are those that they do not.
fn option(name: &str, parser: &mut Parser, settings: &mut Settings, further: &[&str]) -> Result<(), String> {
    if settings.flag(name) {
        return Ok(());
    }
    if Settings::NAMES.contains(&name) {
        return settings.set(name, value(parser)?);
    }
    let known: Vec<&str> = Settings::NAMES.iter().chain(further).copied().collect();
    Err(unknown("option", name, &known, "options"))
}

/// An argument that does not borrow from the parser.
enum Word {
    /// `-h`, `--help`
    Option(String),
    /// Anything else.
    Value(String),
}

fn word(parser: &mut Parser) -> Result<Option<Word>, String> {
    let Some(argument) = parser.next().map_err(text)? else { return Ok(None) };
    Ok(Some(match argument {
        Arg::Long(name) => Word::Option(format!("--{name}")),
        Arg::Short(name) => Word::Option(format!("-{name}")),
        Arg::Value(value) => Word::Value(string(value)?),
    }))
}

fn unknown(what: &str, name: &str, known: &[&str], plural: &str) -> String {
    let help = did_you_mean(name, known.iter().copied()).map(|help| format!("; {help}")).unwrap_or_default();
    format!("there is no {what} `{name}`{help}\nthe {plural} are {}", known.join(", "))
}

fn value(parser: &mut Parser) -> Result<String, String> {
    parser.value().map_err(text).and_then(string)
}

fn string(text: OsString) -> Result<String, String> {
    text.into_string().map_err(|text| format!("`{}` is not UTF-8", text.to_string_lossy()))
}

fn text(error: lexopt::Error) -> String {
    error.to_string()
}
