//! Every kind of fault that the engine can find, with the stage that finds it.
//!
//! One file per stage, each a single `codes!` table: [`read`] A00xx, [`load`] A01xx, [`check`] A02xx, [`lint`] A03xx
//! (warnings), [`types`] A04xx, [`avro`] A05xx, [`style`] A06xx, [`protobuf`] A07xx. An id is never reused, and a code
//! that is withdrawn leaves a gap. Each code has a folder with a bad document and its blessed message in
//! `tests/diagnostics/`.

use super::Code;

/// Declares a stage's codes in ascending order: a `pub static NAME: Code` each, and the table `CODES` of all.
///
/// ```text
/// codes! {
///     NAME = "A0000", Error, "what is wrong, in a few words",
///         "why it is wrong and how it is mended, with the section of the specification";
/// }
/// ```
macro_rules! codes {
    ($($name:ident = $id:literal, $severity:ident, $title:literal, $explanation:literal;)*) => {
        $(
            #[doc = concat!($id, ": ", $title, ".\n\n", $explanation)]
            pub static $name: $crate::diagnostic::Code = $crate::diagnostic::Code {
                id: $id,
                severity: $crate::diagnostic::Severity::$severity,
                title: $title,
                explanation: $explanation,
            };
        )*
        /// The codes of this stage, in ascending order.
        pub(super) const CODES: &[&$crate::diagnostic::Code] = &[$(&$name),*];
    };
}

pub mod avro;
pub mod check;
pub mod lint;
pub mod load;
pub mod protobuf;
pub mod read;
pub mod style;
pub mod types;

const TABLES: [&[&Code]; 8] =
    [read::CODES, load::CODES, check::CODES, lint::CODES, types::CODES, avro::CODES, style::CODES, protobuf::CODES];

const fn count() -> usize {
    let [a, b, c, d, e, f, g, h] = TABLES;
    a.len() + b.len() + c.len() + d.len() + e.len() + f.len() + g.len() + h.len()
}

#[expect(clippy::indexing_slicing, reason = "evaluated by the compiler, which refuses an index out of bounds")]
const fn join() -> [&'static Code; count()] {
    let mut all = [&read::NOT_UTF8; count()];
    let (mut table, mut at) = (0, 0);
    while table < TABLES.len() {
        let mut row = 0;
        while row < TABLES[table].len() {
            all[at] = TABLES[table][row];
            at += 1;
            row += 1;
        }
        table += 1;
    }
    all
}

/// All codes, in ascending order of their ids.
pub static CATALOGUE: &[&Code] = &join();

/// The codes that are lints: those that options can silence, or turn into errors.
pub fn lints() -> impl Iterator<Item = &'static Code> {
    CATALOGUE.iter().copied().filter(|code| code.is_lint())
}

/// The code of an id, such as `A0004`.
#[must_use]
pub fn find(id: &str) -> Option<&'static Code> {
    let at = CATALOGUE.binary_search_by(|code| code.id.cmp(id)).ok()?;
    CATALOGUE.get(at).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Severity;

    #[test]
    fn ids_are_unique_sorted_and_of_their_stage() {
        assert!(CATALOGUE.windows(2).all(|pair| pair[0].id < pair[1].id));
        for (stage, table) in TABLES.iter().enumerate() {
            for code in *table {
                let digits = code.id.strip_prefix('A').expect("ids begin with A");
                assert!(digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit()), "{}", code.id);
                assert!(digits.starts_with(&format!("0{stage}")), "{} is in the wrong file", code.id);
                assert!(find(code.id).is_some_and(|found| std::ptr::eq(found, *code)));
            }
        }
        assert!(find("A9999").is_none());
    }

    #[test]
    fn texts_have_the_house_style() {
        for code in CATALOGUE {
            assert!(!code.title.is_empty() && !code.title.ends_with('.'), "{}: a title is not a sentence", code.id);
            assert!(code.explanation.ends_with(['.', ')']), "{}: an explanation is in sentences", code.id);
        }
        assert!(lint::CODES.iter().all(|code| code.severity == Severity::Warning));
        assert!(style::CODES.iter().all(|code| code.is_recommendation()));
    }
}
