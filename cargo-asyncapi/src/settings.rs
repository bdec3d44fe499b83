//! The options of `asyncapi!` as options of the command, and where references may lead.

use std::io::IsTerminal;
use std::path::PathBuf;

use asyncapi_codegen::diagnostic::did_you_mean;
use asyncapi_codegen::document::LoadOptions;
use asyncapi_codegen::options::{Given, Integers, OptionFault, Options, Place, Side, Warnings};

use crate::matches;

/// When colours are used.
#[derive(Debug, Clone, Copy, Default)]
enum Color {
    #[default]
    Auto,
    Always,
    Never,
}

/// What `check` and `expand` have in common.
#[derive(Debug, Default)]
pub(crate) struct Settings {
    /// For the engine. A [`Place`] is an index into `written`.
    pub(crate) options: Options,
    /// The options as they were written.
    written: Vec<String>,
    root: Option<PathBuf>,
    allow_outside: bool,
    color: Color,
}

impl Settings {
    /// The names of all options with or without a value.
    pub(crate) const NAMES: [&'static str; 23] = [
        "--side",
        "--types",
        "--types-of",
        "--channel",
        "--operation",
        "--tag",
        "--rename",
        "--replace",
        "--derive",
        "--match",
        "--no-validate",
        "--validate-all",
        "--keep-unknown",
        "--infer-types",
        "--arbitrary",
        "--integers",
        "--ref",
        "--root",
        "--allow-outside",
        "--allow",
        "--deny",
        "--warnings",
        "--color",
    ];

    /// Takes an option that has no value, if it is one.
    pub(crate) fn flag(&mut self, name: &str) -> bool {
        match name {
            "--allow-outside" => self.allow_outside = true,
            "--validate-all" => self.options.validate_all = true,
            "--infer-types" => self.options.infer_types = true,
            "--keep-unknown" => self.options.keep_unknown = true,
            "--arbitrary" => self.options.arbitrary = Some(Given::new(true, self.place(name, ""))),
            "--no-validate" => self.options.validate = Some(Given::new(false, self.place(name, ""))),
            _ => return false,
        }
        true
    }

    /// Takes an option of [`Self::NAMES`] that has a value.
    pub(crate) fn set(&mut self, name: &str, value: String) -> Result<(), String> {
        let place = self.place(name, &value);
        let given = |value: String| Given::new(value, place);
        match name {
            "--side" => self.options.side = side(&value)?,
            "--types" => self.options.types = Some(given(Self::path(name, value)?)),
            "--types-of" => self.options.types_of = Some(given(value)),
            "--channel" => self.options.channels.get_or_insert_default().push(given(value)),
            "--operation" => self.options.operations.get_or_insert_default().push(given(value)),
            "--tag" => self.options.tags.get_or_insert_default().push(given(value)),
            "--rename" => {
                let (from, to) = pair(name, "NAME=RustName", &value)?;
                self.options.rename.push((given(from), given(to)));
            }
            "--replace" => {
                let (from, to) = pair(name, "Type=path::of::Type", &value)?;
                self.options.replace.push((given(from), given(Self::path(name, to)?)));
            }
            "--derive" => self.options.derives.push(given(Self::path(name, value)?)),
            "--match" => self.options.matches.push(matches::parse(&value, place)?),
            "--integers" => self.options.integers = integers(&value)?,
            "--ref" => {
                let (url, file) = pair(name, "URL=FILE", &value)?;
                self.options.refs.push((given(url), given(file)));
            }
            "--root" => self.root = Some(PathBuf::from(value)),
            "--allow" => self.options.allow.push(given(value)),
            "--deny" => self.options.deny.push(given(value)),
            "--warnings" => self.options.warnings = warnings(&value)?,
            _ => self.color = color(&value)?,
        }
        Ok(())
    }

    /// A value that must be the path of a Rust item or module.
    pub(crate) fn path(name: &str, value: String) -> Result<String, String> {
        match syn::parse_str::<syn::Path>(&value) {
            Ok(_) => Ok(value),
            Err(_) => Err(format!("{name} takes a Rust path, such as `crate::user`, not `{value}`")),
        }
    }

    /// How the engine shall load.
    pub(crate) fn load_options(&self) -> LoadOptions {
        let refs = self.options.refs.iter();
        LoadOptions {
            folder: self.root.clone(),
            allow_outside: self.allow_outside,
            refs: refs.map(|(url, file)| (url.value.clone(), PathBuf::from(&file.value))).collect(),
            ..LoadOptions::default()
        }
    }

    /// A fault in an option, with what was written.
    pub(crate) fn describe(&self, fault: &OptionFault) -> String {
        match self.written.get(fault.place.0 as usize) {
            Some(written) => format!("{written}: {}", fault.message),
            None => fault.message.clone(),
        }
    }

    /// Whether what goes to `stream` shall have colours.
    pub(crate) fn colored(&self, stream: &impl IsTerminal) -> bool {
        let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        match self.color {
            Color::Always => true,
            Color::Never => false,
            // https://no-color.org
            Color::Auto => {
                stream.is_terminal() && !set("NO_COLOR") && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
            }
        }
    }

    fn place(&mut self, name: &str, value: &str) -> Place {
        self.written.push(format!("{name} {value}").trim_end().to_owned());
        Place(u32::try_from(self.written.len() - 1).unwrap_or(u32::MAX))
    }
}

fn pair(name: &str, form: &str, value: &str) -> Result<(String, String), String> {
    // A URL may hold a `=`, a Rust name does not, and files seldom do.
    match value.rsplit_once('=') {
        Some((from, to)) if !from.is_empty() && !to.is_empty() => Ok((from.to_owned(), to.to_owned())),
        _ => Err(format!("{name} takes `{form}`, not `{value}`")),
    }
}

fn integers(value: &str) -> Result<Integers, String> {
    match value {
        "exact" => Ok(Integers::Exact),
        "i64" => Ok(Integers::I64),
        _ => Err(format!("--integers is exact or i64, not `{value}`")),
    }
}

fn side(value: &str) -> Result<Side, String> {
    match value {
        "application" => Ok(Side::Application),
        "counterpart" => Ok(Side::Counterpart),
        _ => Err(choice("--side", value, &["application", "counterpart"])),
    }
}

fn warnings(value: &str) -> Result<Warnings, String> {
    match value {
        "warn" => Ok(Warnings::Warn),
        "allow" => Ok(Warnings::Allow),
        "deny" => Ok(Warnings::Deny),
        _ => Err(choice("--warnings", value, &["warn", "allow", "deny"])),
    }
}

fn color(value: &str) -> Result<Color, String> {
    match value {
        "auto" => Ok(Color::Auto),
        "always" => Ok(Color::Always),
        "never" => Ok(Color::Never),
        _ => Err(choice("--color", value, &["auto", "always", "never"])),
    }
}

/// What to say where a value is none of the choices.
pub(crate) fn choice(name: &str, value: &str, choices: &[&str]) -> String {
    let help = did_you_mean(value, choices.iter().copied()).map(|help| format!("; {help}")).unwrap_or_default();
    let list: Vec<String> = choices.iter().map(|choice| format!("`{choice}`")).collect();
    format!("{name} takes {}, not `{value}`{help}", list.join(", "))
}
