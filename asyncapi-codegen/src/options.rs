//! What the user asks for beside the document: the options of `asyncapi!` and of the command.
//!
//! Every value keeps its [`Place`], so that a fault in an option is shown where the user wrote it.

use crate::diagnostic::{Code, Severity};

/// What `allow` and `deny` call the group of lints that recommend: A06xx.
pub const RECOMMENDED: &str = "recommended";

/// Where the user wrote an option. The front end gives the numbers out and knows what they mean (the macro: a Rust span).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place(pub u32);

/// A value that the user gave, and where.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Given<T> {
    /// The value.
    pub value: T,
    /// Its place.
    pub place: Place,
}

impl<T> Given<T> {
    /// A value at a place.
    pub fn new(value: T, place: Place) -> Self {
        Self { value, place }
    }
}

/// Which end of the document's channels the code is for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Side {
    /// The application that the document describes.
    #[default]
    Application,
    /// The other end: what the application sends comes in, what it receives goes out.
    Counterpart,
}

/// What becomes of lints about the document that neither `allow` nor `deny` names.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Warnings {
    /// They are shown.
    #[default]
    Warn,
    /// They are not shown.
    Allow,
    /// They are errors.
    Deny,
}

/// All options.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// `side = application | counterpart`.
    pub side: Side,
    /// `types = crate::user`: where the payload types are already.
    pub types: Option<Given<String>>,
    /// `types_of = "v1.yaml"`: the document that those are of, if it is another one. Types that are not the same in both are
    /// generated.
    pub types_of: Option<Given<String>>,
    /// `channels = [chat]`: only these, by their keys.
    pub channels: Option<Vec<Given<String>>>,
    /// `operations = [sendMessage]`: only these, by their keys.
    pub operations: Option<Vec<Given<String>>>,
    /// `tags = [public]`: of what is selected, only operations that have one of these tags, or whose channel or
    /// one of whose messages has.
    pub tags: Option<Vec<Given<String>>>,
    /// `rename = { chatMessage = Chat }`: a name of the document, and the Rust name for it.
    pub rename: Vec<(Given<String>, Given<String>)>,
    /// `replace = { Timestamp = crate::Timestamp }`: a generated type, and the path of the type to use in its place.
    pub replace: Vec<(Given<String>, Given<String>)>,
    /// `derives = [Hash]`: further derives on every payload type, as paths.
    pub derives: Vec<Given<String>>,
    /// `match = { userJoin: type == "join" }`.
    pub matches: Vec<Match>,
    /// `validate = false`: the checks of rules that types do not carry are left out.
    pub validate: Option<Given<bool>>,
    /// `validate_all = true`: what is refused on the way in says all that is wrong with it, not only the first.
    pub validate_all: bool,
    /// `keep_unknown = true`: properties that a schema does not name, and allows, are kept.
    pub keep_unknown: bool,
    /// `infer_types = true`: a schema without `type` is of the type that its keywords speak of.
    pub infer_types: bool,
    /// `arbitrary = true`: each type makes values that satisfy its schema, for tests.
    pub arbitrary: Option<Given<bool>>,
    /// `integers = exact | i64`: what an integer without bounds is.
    pub integers: Integers,
    /// `refs = { "https://…" = "vendor/x.yaml" }`: local copies of what is on the network.
    pub refs: Vec<(Given<String>, Given<String>)>,
    /// `allow = [A0301]`: lints that are not shown.
    pub allow: Vec<Given<String>>,
    /// `deny = [A0301]`: lints that are errors.
    pub deny: Vec<Given<String>>,
    /// `warnings = "allow"`: all lints that the lists do not name.
    pub warnings: Warnings,
    /// Whether the group `recommended` is shown: the command does, a build that speaks of it each time would be a nuisance.
    pub recommended: bool,
    /// Features that the user's runtime was built without. What needs one of them is a fault.
    pub lacking: Vec<&'static str>,
}

/// An entry of `match`: what tells a message from the others of its channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// The message: the channel's key for it.
    pub message: Given<String>,
    /// What must hold, all of it.
    pub tests: Vec<MatchTest>,
}

/// `type == "join"`, `meta.kind == 3`, `header("x-kind") == "join"`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatchTest {
    /// Whether a header is meant; else a property of the payload.
    pub header: bool,
    /// The name of the header, or the path of property names.
    pub path: Vec<String>,
    /// What must stand there.
    pub value: MatchValue,
    /// The place of the test.
    pub place: Place,
}

/// A value in a [`MatchTest`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MatchValue {
    /// A string.
    String(String),
    /// A number, by its text.
    Number(String),
    /// `true` or `false`.
    Bool(bool),
}

/// A fault in an option.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptionFault {
    /// Where.
    pub place: Place,
    /// What is wrong, and what could stand there.
    pub message: String,
}

impl Options {
    /// Whether anybody would hear of a recommendation.
    #[must_use]
    pub(crate) fn wants_recommendations(&self) -> bool {
        let names_one = |given: &Given<String>| given.value == RECOMMENDED || given.value.starts_with("A06");
        self.recommended || self.deny.iter().any(names_one)
    }

    /// Whether only a part of the document is asked for.
    #[must_use]
    pub fn selects(&self) -> bool {
        self.channels.is_some() || self.operations.is_some() || self.tags.is_some()
    }

    /// How much a lint weighs for this user; `None`: it is not shown. Errors stay errors.
    #[must_use]
    pub fn severity_of(&self, code: &Code) -> Option<Severity> {
        let named = |list: &[Given<String>], name: &str| list.iter().any(|entry| entry.value == name);
        if !code.is_lint() || named(&self.deny, code.id) {
            return Some(Severity::Error);
        }
        if named(&self.allow, code.id) {
            return None;
        }
        if code.is_recommendation() {
            // `warnings` is about what is weak in the document, which these are not.
            let shown = self.recommended && self.warnings != Warnings::Allow && !named(&self.allow, RECOMMENDED);
            return if named(&self.deny, RECOMMENDED) { Some(Severity::Error) } else { shown.then_some(code.severity) };
        }
        match self.warnings {
            Warnings::Warn => Some(code.severity),
            Warnings::Allow => None,
            Warnings::Deny => Some(Severity::Error),
        }
    }
}

/// What an integer without bounds is in Rust.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Integers {
    /// `i128`, which holds every integer that JSON's readers know: from `i64::MIN` to `u64::MAX`.
    #[default]
    Exact,
    /// `i64`; larger ones are refused.
    I64,
}
