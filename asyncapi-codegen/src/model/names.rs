//! Identifiers from the names of a document.
//!
//! Input: any text. Output: an identifier that compiles without a warning. A name depends on its own text alone, unless
//! two texts of one [`Scope`] lead to the same identifier; then the rules of [`Scope::assign`] decide, which look at
//! nothing but those two. So adding something with another name never renames anything.
//!
//! | text | field | type |
//! |---|---|---|
//! | `messageId`, `message-id`, `Message ID` | `message_id` | `MessageId` |
//! | `HTTPServer`, `IDs` | `http_server`, `ids` | `HttpServer`, `Ids` |
//! | `type`, `self`, `Self` | `r#type`, `self_`, `self_` (`self_2`) | `Type`, `Self_` (`Self2`) |
//! | `1st`, `0.5`, `-1` | `n1st`, `n0_5`, `minus_1` | `N1st`, `N0_5`, `Minus1` |
//! | `@id`, `>=`, `*` | `at_id`, `greater_or_equal`, `star` | `AtId`, `GreaterOrEqual`, `Star` |
//! | `日本`, `Größe` | `日本`, `größe` | `日本`, `Größe` |
//! | `😀`, `μ`, the empty text | `u1f600`, `u3bc`, `empty` | `U1f600`, `U3bc`, `Empty` |

use std::borrow::Cow;

use unicode_ident::{is_xid_continue, is_xid_start};

use super::Name;
use crate::collections::{HashMap, HashSet};

/// Keywords that may stand as raw identifiers.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else", "enum",
    "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move",
    "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Keywords that may not.
const NEVER_RAW: &[&str] = &["self", "Self", "super", "crate", "_"];

/// Longer names are cut, and told apart by a hash of the whole text.
const LONGEST: usize = 80;

/// A field, method, module or argument: `snake_case`.
#[must_use]
pub fn snake(text: &str) -> String {
    usable(cut(joined(&words(text), "_", 'n', |word| word.to_lowercase()), text, "_"))
}

/// A type, variant or type parameter: `UpperCamelCase`.
#[must_use]
pub fn camel(text: &str) -> String {
    usable(cut(joined(&words(text), "", 'N', capitalized), text, ""))
}

/// A constant: `SCREAMING_SNAKE_CASE`.
#[must_use]
pub fn screaming(text: &str) -> String {
    // The hash of a name that was cut is upper case too.
    usable(cut(joined(&words(text), "_", 'N', |word| word.to_uppercase()), text, "_").to_uppercase())
}

fn capitalized(word: &str) -> String {
    let mut characters = word.chars();
    let first: String = characters.next().into_iter().flat_map(char::to_uppercase).collect();
    first + &characters.as_str().to_lowercase()
}

/// Joins words; two digits that would meet are kept apart (`1.0` is not `10`), and `number` goes before a first one.
fn joined(words: &[String], between: &str, number: char, case: impl Fn(&str) -> String) -> String {
    let mut name = String::new();
    for word in words {
        let word: String = case(word).chars().filter(|character| is_xid_continue(*character)).collect();
        let digits_meet = name.ends_with(|c: char| c.is_numeric()) && word.starts_with(|c: char| c.is_numeric());
        if digits_meet {
            name.push('_');
        } else if !name.is_empty() {
            name.push_str(between);
        }
        name.push_str(&word);
    }
    if !name.starts_with(is_xid_start) {
        name.insert(0, number);
    }
    name
}

fn cut(name: String, text: &str, between: &str) -> String {
    if name.chars().count() <= LONGEST {
        return name;
    }
    // FNV-1a: stable between builds and machines.
    let hash = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    let kept: String = name.chars().take(LONGEST - 10).collect();
    format!("{}{between}h{:x}", kept.trim_end_matches('_'), hash & 0xffff_ffff)
}

/// Makes an identifier of a keyword.
fn usable(name: String) -> String {
    if NEVER_RAW.contains(&name.as_str()) {
        return name + "_";
    }
    if KEYWORDS.contains(&name.as_str()) { format!("r#{name}") } else { name }
}

/// Whether a text has something to be called by: anything but separators, such as `/`.
#[must_use]
pub fn says_something(text: &str) -> bool {
    text.chars().any(|character| !separator(character))
}

/// A text as people would say it, for what has no place of its own on the wire: of a class with its packages
/// (`com.acme.orders.OrderCreated`) the class, and words that are said twice (`order_receive_receiveOrder`) once.
///
/// What it gives depends on the text alone. Two texts that it makes alike are told apart by what it left out.
#[must_use]
pub fn readable(text: &str) -> Cow<'_, str> {
    let short = without_packages(text);
    let short = match without_nesting(&short) {
        Cow::Owned(parts) => Cow::Owned(parts),
        Cow::Borrowed(_) => short,
    };
    let all = words(&short);
    let once = without_repetition(&all);
    if once.len() < all.len() { Cow::Owned(once.join(" ")) } else { short }
}

/// Each class name in a text without its packages: two or more names in lower case before one in upper case.
fn without_packages(text: &str) -> Cow<'_, str> {
    if !text.contains('.') {
        return Cow::Borrowed(text);
    }
    let mut short = String::with_capacity(text.len());
    for part in text.split_inclusive(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '_' | '$'))) {
        let mut packages = part.split_inclusive('.');
        let is_package = |name: &&str| name.ends_with('.') && name.starts_with(|c: char| c.is_lowercase());
        let class = packages.clone().skip_while(is_package).collect::<String>();
        let count = packages.by_ref().take_while(is_package).count();
        let is_class = count >= 2 && class.starts_with(char::is_uppercase);
        short.push_str(if is_class { &class } else { part });
    }
    Cow::Owned(short)
}

/// `Order$Line`, as Java calls a class in a class, in two words.
fn without_nesting(text: &str) -> Cow<'_, str> {
    let mut parts = text.split('$');
    let is_inner = |part: &str| part.starts_with(char::is_uppercase);
    let outer = parts.next().is_some_and(|part| part.ends_with(char::is_alphanumeric));
    if outer && text.contains('$') && parts.all(is_inner) {
        return Cow::Owned(text.replace('$', " "));
    }
    Cow::Borrowed(text)
}

/// Words that follow upon themselves once: one, or several together. Numbers stay.
fn without_repetition(words: &[String]) -> Vec<&str> {
    let mut once: Vec<&str> = Vec::with_capacity(words.len());
    for word in words.iter().take(LONGEST) {
        once.push(word);
        let twice = (1..=once.len() / 2).find(|length| {
            let (before, last) = once.split_at(once.len() - length);
            let before = before.get(before.len() - length..).unwrap_or_default();
            let same = |(one, other): (&&str, &&str)| one.eq_ignore_ascii_case(other);
            before.iter().zip(last).all(same) && last.iter().any(|word| !word.chars().all(char::is_numeric))
        });
        if let Some(length) = twice {
            once.truncate(once.len() - length);
        }
    }
    once
}

/// Splits a text into words: at separators, where case changes, and around symbols, which become words.
fn words(text: &str) -> Vec<String> {
    let text = text.strip_prefix("r#").unwrap_or(text);
    let characters: Vec<char> = text.chars().collect();
    let mut words = Vec::new();
    let mut word: Vec<char> = Vec::new();
    let mut at = 0;
    while let Some(&character) = characters.get(at) {
        if character != '_' && is_xid_continue(character) {
            let next = characters.get(at + 1).copied();
            let after = characters.get(at + 2).copied();
            if starts_word(&word, character, next, after) {
                finish(&mut word, &mut words);
            }
            word.push(character);
            at += 1;
            continue;
        }
        finish(&mut word, &mut words);
        let two: String = characters.iter().skip(at).take(2).collect();
        if let Some(spelled) = pair(&two) {
            words.extend(spelled.split(' ').map(str::to_owned));
            at += 2;
            continue;
        }
        let negative = character == '-' && at == 0 && characters.get(1).is_some_and(char::is_ascii_digit);
        match symbol(character) {
            _ if negative => words.push("minus".to_owned()),
            Some(spelled) => words.push(spelled.to_owned()),
            None if !separator(character) => words.push(format!("u{:x}", u32::from(character))),
            None => {}
        }
        at += 1;
    }
    finish(&mut word, &mut words);
    for word in &mut words {
        // rustc warns of a crate whose only Greek or Cyrillic letters look like Latin ones.
        if let Some(letter) = single(word).filter(|letter| ('\u{370}'..='\u{52f}').contains(letter)) {
            *word = format!("u{:x}", u32::from(letter));
        }
    }
    if words.is_empty() {
        words.extend(text.chars().take(8).map(|character| separator_name(character).to_owned()));
    }
    if words.is_empty() {
        words.push("empty".to_owned());
    }
    words
}

/// The character of a text of one.
fn single(text: &str) -> Option<char> {
    let mut characters = text.chars();
    characters.next().filter(|_| characters.next().is_none())
}

fn finish(word: &mut Vec<char>, words: &mut Vec<String>) {
    if !word.is_empty() {
        words.push(word.drain(..).collect());
    }
}

/// Whether `character` begins a word behind what `word` has: `messageId`, `HTTPServer`, but `IDs` is one.
fn starts_word(word: &[char], character: char, next: Option<char>, after: Option<char>) -> bool {
    let Some(last) = word.last() else { return false };
    if !character.is_uppercase() {
        return false;
    }
    let plural = next == Some('s') && after.is_none_or(|after| !after.is_lowercase());
    !last.is_uppercase() || (next.is_some_and(char::is_lowercase) && !plural)
}

fn pair(text: &str) -> Option<&'static str> {
    Some(match text {
        ">=" => "greater or equal",
        "<=" => "less or equal",
        "!=" | "<>" => "not equal",
        "==" => "equal",
        "=>" | "->" => "to",
        "&&" => "and",
        "||" => "or",
        _ => return None,
    })
}

fn symbol(character: char) -> Option<&'static str> {
    Some(match character {
        '@' => "at",
        '$' => "dollar",
        '€' => "euro",
        '+' => "plus",
        '*' => "star",
        '%' => "percent",
        '&' => "and",
        '#' => "hash",
        '<' => "less",
        '>' => "greater",
        '=' => "equal",
        '!' => "not",
        '?' => "question",
        '~' => "tilde",
        '^' => "caret",
        '|' => "or",
        '°' => "degree",
        _ => return None,
    })
}

/// Characters that only part words.
fn separator(character: char) -> bool {
    character.is_whitespace() || character.is_control() || character == '_' || separator_name(character) != "sign"
}

/// What a separator is called where there is nothing else.
fn separator_name(character: char) -> &'static str {
    match character {
        '-' => "dash",
        '_' => "underscore",
        '.' => "dot",
        '/' => "slash",
        '\\' => "backslash",
        ':' => "colon",
        ';' => "semicolon",
        ',' => "comma",
        '\'' | '"' | '`' | '’' | '“' | '”' => "quote",
        '(' | ')' => "parenthesis",
        '[' | ']' => "bracket",
        '{' | '}' => "brace",
        '–' | '—' => "dash",
        '…' => "ellipsis",
        ' ' => "space",
        _ => "sign",
    }
}

/// The identifiers of one namespace: no two are equal.
#[derive(Debug, Clone, Default)]
pub struct Scope {
    taken: HashSet<String>,
}

impl Scope {
    /// A namespace in which these identifiers are taken.
    #[must_use]
    pub fn reserving(names: &[&str]) -> Self {
        Self { taken: names.iter().map(|name| (*name).to_owned()).collect() }
    }

    /// Whether an identifier is taken.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.taken.contains(name)
    }

    /// Takes an identifier, or the first free one of `name2`, `name3`, … (`name_2` in `snake_case`).
    pub fn claim(&mut self, wanted: &str) -> Name {
        if self.taken.insert(wanted.to_owned()) {
            return Name(wanted.to_owned());
        }
        let plain = wanted.strip_prefix("r#").unwrap_or(wanted);
        // `Self_2` would not be in camel case.
        let plain = if plain == "Self_" { "Self" } else { plain };
        let upper = plain.starts_with(char::is_uppercase) && !plain.contains('_');
        let between =
            if (upper && !plain.ends_with(|c: char| c.is_numeric())) || plain.ends_with('_') { "" } else { "_" };
        // Ends: one of `taken.len() + 2` numbers is free.
        for number in 2..=self.taken.len() + 2 {
            let name = format!("{plain}{between}{number}");
            if self.taken.insert(name.clone()) {
                return Name(name);
            }
        }
        Name(wanted.to_owned())
    }

    /// Takes the first of several identifiers that is free, else the first with a number.
    pub fn claim_one(&mut self, wanted: &str, others: &[String]) -> Name {
        let free = std::iter::once(wanted).chain(others.iter().map(String::as_str)).find(|name| !self.has(name));
        self.claim(free.unwrap_or(wanted))
    }

    /// Takes identifiers for several texts at once, `wanted` being pairs of identifier and text.
    ///
    /// Of those that want the same identifier, the one whose text is that identifier gets it, else the first; the
    /// others get one with a number that nobody else wants.
    pub fn assign(&mut self, wanted: &[(String, &str)]) -> Vec<Name> {
        self.assign_or(wanted, |_| Vec::new())
    }

    /// The same; those that do not get what they want take one of what `others` gives for their index, if it is free.
    pub fn assign_or(&mut self, wanted: &[(String, &str)], others: impl Fn(usize) -> Vec<String>) -> Vec<Name> {
        let mut winners: HashMap<&str, usize> = HashMap::new();
        for (at, (name, text)) in wanted.iter().enumerate() {
            let exact = name.strip_prefix("r#").unwrap_or(name) == *text;
            let winner = winners.entry(name).or_insert(at);
            if exact && wanted.get(*winner).is_some_and(|(_, other)| other != text) {
                *winner = at;
            }
        }
        let mut names: Vec<Option<Name>> = vec![None; wanted.len()];
        for (at, (name, _)) in wanted.iter().enumerate() {
            if winners.get(name.as_str()) == Some(&at)
                && self.taken.insert(name.clone())
                && let Some(slot) = names.get_mut(at)
            {
                *slot = Some(Name(name.clone()));
            }
        }
        let all = names.into_iter().zip(wanted).enumerate();
        all.map(|(at, (name, (wanted, _)))| name.unwrap_or_else(|| self.claim_one(wanted, &others(at)))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_become_identifiers() {
        for (text, field, ty) in [
            ("messageId", "message_id", "MessageId"),
            ("message-id", "message_id", "MessageId"),
            ("Message ID", "message_id", "MessageId"),
            ("HTTPServer", "http_server", "HttpServer"),
            ("userIDs", "user_ids", "UserIds"),
            ("ipv4Address", "ipv4_address", "Ipv4Address"),
            ("com.acme.Order", "com_acme_order", "ComAcmeOrder"),
            ("type", "r#type", "Type"),
            ("r#type", "r#type", "Type"),
            ("self", "self_", "Self_"),
            ("1st", "n1st", "N1st"),
            ("1.0", "n1_0", "N1_0"),
            ("-1", "minus_1", "Minus1"),
            ("+1", "plus_1", "Plus1"),
            ("@id", "at_id", "AtId"),
            ("$ref", "dollar_ref", "DollarRef"),
            (">=", "greater_or_equal", "GreaterOrEqual"),
            ("", "empty", "Empty"),
            ("-", "dash", "Dash"),
            ("_", "underscore", "Underscore"),
            ("__typename", "typename", "Typename"),
            ("日本", "日本", "日本"),
            ("Größe", "größe", "Größe"),
            ("😀", "u1f600", "U1f600"),
            ("order/created", "order_created", "OrderCreated"),
            ("ΑΒΓ", "αβγ", "Αβγ"),
            ("μ", "u3bc", "U3bc"),
        ] {
            assert_eq!((snake(text).as_str(), camel(text).as_str()), (field, ty), "{text}");
        }
        assert_eq!((screaming("sendMessage"), screaming("1st")), ("SEND_MESSAGE".into(), "N1ST".into()));
        let long = "x".repeat(1_000_000);
        assert!(camel(&long).len() < 100 && camel(&long) != camel(&long[1..]));
    }

    #[test]
    fn what_reads_badly_is_shortened() {
        for (text, name) in [
            ("com.acme.orders.OrderCreated", "OrderCreated"),
            ("com.acme.Order$Line", "OrderLine"),
            ("Order$Line", "OrderLine"),
            ("$ref", "DollarRef"),
            ("sap.s4.beh.salesorder.v1.SalesOrder.Changed.v1", "SalesOrderChangedV1"),
            ("io.acme.dto.Envelope-io.acme.dto.Order", "EnvelopeOrder"),
            ("chat.Message", "ChatMessage"),
            ("com.acme.order.created", "ComAcmeOrderCreated"),
            ("string-topic_receive_receiveStringPayload", "StringTopicReceiveStringPayload"),
            ("addRecipient:AddRecipient:Message", "AddRecipientMessage"),
            ("OnOrderCreatedOrderCreatedMessagePayload", "OnOrderCreatedMessagePayload"),
            ("rooms/{room}/room", "RoomsRoom"),
            ("version.1.1", "Version1_1"),
            ("ping", "Ping"),
            ("", "Empty"),
        ] {
            assert_eq!(camel(&readable(text)), name, "{text}");
        }
    }

    #[test]
    fn every_text_gives_an_identifier() {
        let mut seed = 1u64;
        for _ in 0..20_000 {
            let text: String = (0..seed % 7)
                .filter_map(|_| {
                    seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                    let range = [0x80, 0x250, 0x3000, 0x11_0000][(seed >> 60) as usize % 4];
                    char::from_u32((seed >> 33) as u32 % range)
                })
                .collect();
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            for name in [snake(&text), camel(&text), screaming(&text)] {
                let plain = name.strip_prefix("r#").unwrap_or(&name);
                let mut characters = plain.chars();
                let fits = characters.next().is_some_and(is_xid_start) && characters.all(is_xid_continue);
                assert!(fits && !NEVER_RAW.contains(&plain), "{text:?} gives {name}");
            }
        }
    }

    #[test]
    fn collisions_are_resolved_among_themselves() {
        let assign = |texts: &[&'static str]| {
            let wanted: Vec<_> = texts.iter().map(|text| (camel(text), *text)).collect();
            Scope::default().assign(&wanted).into_iter().map(|name| name.0).collect::<Vec<_>>()
        };
        assert_eq!(assign(&["foo_bar", "FooBar", "Other"]), ["FooBar2", "FooBar", "Other"]);
        assert_eq!(assign(&["Unrelated", "foo_bar", "foo-bar"]), ["Unrelated", "FooBar", "FooBar2"]);
        assert_eq!(assign(&["foo-bar", "foo_bar", "FooBar2"]), ["FooBar", "FooBar3", "FooBar2"]);
        let mut scope = Scope::reserving(&["type_", "r#type"]);
        assert_eq!(scope.claim("r#type").0, "type_2");
        assert_eq!(scope.claim("a").0, "a");
        assert_eq!(scope.claim("a").0, "a_2");
        assert_eq!(scope.claim("N1").0, "N1");
        assert_eq!(scope.claim("N1").0, "N1_2");
        assert_eq!(scope.claim("Self_").0, "Self_");
        assert_eq!(scope.claim("Self_").0, "Self2", "`Self_2` is not camel case");
    }
}
