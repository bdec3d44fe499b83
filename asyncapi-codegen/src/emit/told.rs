//! Which message is it, in words: what the docs of an enum of messages say.

use crate::model::{Decision, Literal, Message, Read, Test};

/// More rules than this are not listed.
const MOST_LISTED: usize = 40;

/// What decides which of `messages` it is; empty if there is nothing to decide.
///
/// ```text
/// Which of them it is:
/// * if property `type` is `"join"`: `userJoin`
/// * else: `chatMessage`
/// ```
pub(super) fn told(decision: &Decision, messages: &[Message]) -> String {
    let Decision::Rules { reads, rules, otherwise } = decision else { return String::new() };
    let names = |indices: &[usize]| {
        let keys = indices.iter().filter_map(|at| messages.get(*at)).map(|message| code(&message.key));
        keys.collect::<Vec<_>>().join(", or if it does not fit, ")
    };
    let mut lines = vec!["Which of them it is:".to_owned()];
    for rule in rules.iter().filter(|rule| !rule.messages.is_empty()).take(MOST_LISTED) {
        let tests = rule.tests.iter().filter_map(|(at, test)| Some(test_text(reads.get(*at)?, test)));
        lines.push(format!("* if {}: {}", tests.collect::<Vec<_>>().join(" and "), names(&rule.messages)));
    }
    if rules.len() > MOST_LISTED {
        lines.push(format!("* and so on, by {} rules", rules.len()));
    }
    let foreign = rules.iter().any(|rule| rule.messages.is_empty());
    lines.push(match (otherwise.as_slice(), foreign) {
        ([], false) => "* else: unknown".to_owned(),
        ([], true) => "* else: unknown, or of another channel at this address".to_owned(),
        ([_], _) => format!("* else: {}", names(otherwise)),
        (several, _) => {
            let keys: Vec<_> =
                several.iter().filter_map(|at| messages.get(*at)).map(|message| code(&message.key)).collect();
            format!("* else: the first that it fits, of {}", keys.join(", "))
        }
    });
    lines.join("\n")
}

fn test_text(read: &Read, test: &Test) -> String {
    let place = match read {
        Read::Header(name) => format!("header {}", code(name)),
        Read::Property(path) => format!("property {}", code(&path.join("."))),
        Read::Kind => "the payload".to_owned(),
        Read::ContentType => "the media type".to_owned(),
    };
    match (read, test) {
        (Read::ContentType, Test::Absent) => "the protocol tells no media type".to_owned(),
        (Read::Kind, Test::OneOf(values)) => format!("{place} is {}", listed(values, kind)),
        (Read::Kind, Test::Absent) => "there is no payload".to_owned(),
        (_, Test::OneOf(values)) => format!("{place} is {}", listed(values, value)),
        (_, Test::IfTold(values)) => format!("{place}, where it is told, is {}", listed(values, value)),
        (_, Test::Present) => format!("{place} is there"),
        (_, Test::Absent) => format!("{place} is not there"),
    }
}

fn listed(values: &[Literal], text: fn(&Literal) -> String) -> String {
    const MOST: usize = 12;
    let mut texts: Vec<_> = values.iter().take(MOST).map(text).collect();
    if values.len() > MOST {
        texts.push("…".to_owned());
    }
    texts.join(" or ")
}

fn kind(literal: &Literal) -> String {
    match literal {
        Literal::String(kind) if kind == "null" => "`null`".to_owned(),
        Literal::String(kind) if matches!(kind.as_str(), "array" | "object") => format!("an {kind}"),
        Literal::String(kind) => format!("a {kind}"),
        other => value(other),
    }
}

fn value(literal: &Literal) -> String {
    let mut json = String::new();
    literal.write_json(&mut json);
    code(&json)
}

/// Code in Markdown; a text that has what ends it, or too much, is shown without.
fn code(text: &str) -> String {
    let mut shown: String = text.chars().take(60).map(|c| if c == '`' || c.is_control() { '\'' } else { c }).collect();
    if text.chars().nth(60).is_some() {
        shown.push('…');
    }
    format!("`{shown}`")
}
