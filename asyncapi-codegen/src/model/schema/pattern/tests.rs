use super::translate;

#[test]
fn programs_are_small_and_hold_each_set_once() {
    for (pattern, program) in [
        ("", "L/()"),
        ("abc", "L/('a'b'c)"),
        ("^[a-c]{2,4}$", "LhDC;/(^rCFBBAcA$)"),
        ("a|b", "L/|'a'b)"),
        (r"\d+?\d", "LwBJ;/(rBAABAcAcA)"),
        (r"(?<n>a)\k<n>", "B/(gB'akBB)"),
        (r"(?<=a)(?!b)", "L/(+'a!'b)"),
        // Nothing refers to what is captured.
        ("(a)(b)", "L/('a'b)"),
        (r"\uD83D\uDC32", "L/'🐲"),
        // Half of a character is in no text.
        (r"\uD83D", "L9h2BA;/cA"),
    ] {
        assert_eq!(translate(pattern).as_deref(), Ok(program), "{pattern}");
    }
}

#[test]
fn what_is_no_pattern_has_a_reason_and_a_place() {
    for (pattern, reason) in [
        ("(unclosed", "a `(` is not closed (at character 1)"),
        ("a)", "a `)` without a `(` (at character 2)"),
        ("ab[c", "a `[` is not closed (at character 3)"),
        ("*", "there is nothing for `*` to repeat (at character 1)"),
        ("a**", "there is nothing for `*` to repeat (at character 3)"),
        ("a|{2}", "there is nothing for `{` to repeat (at character 3)"),
        ("^*", "what stands before a quantifier cannot be repeated (at character 2)"),
        ("(?<=a)?", "what stands before a quantifier cannot be repeated (at character 7)"),
        ("a{2,1}", "a repetition ends before it begins (at character 2)"),
        ("[b-a]", "a range of a class ends before it begins (at character 3)"),
        (r"[\p{L}-z]", "a Unicode property is no end of a range (at character 7)"),
        (r"\p{Letters}", "Unicode has no property of the name `Letters` (at character 1)"),
        (r"x\a", r"`\a` is no escape of ECMA-262 here (at character 2)"),
        (r"\Z", r"`\Z` is no escape of ECMA-262 here (at character 1)"),
        (r"\01", r"`\0` is no escape of ECMA-262 here (at character 1)"),
        (r"\1", "there is no group 1 to refer back to (at character 1)"),
        (r"\k<a>", "there is no group `a` (at character 1)"),
        (r"\u{110000}", r"`\u` needs four hexadecimal digits, or a code point in braces (at character 1)"),
        (r"\xZZ", r"`\x` needs two hexadecimal digits (at character 1)"),
        (r"\c1", r"`\c` needs a letter (at character 1)"),
        ("\\", "it ends with a backslash (at character 1)"),
        ("(?<a>)(?<a>)", "two groups have one name (at character 7)"),
        ("(?i)a", "ECMA-262 has no flags for a whole pattern, only for a part: `(?i:…)` (at character 1)"),
        ("(?P<a>)", "it has a group of a kind that ECMA-262 does not have (at character 1)"),
        (r"(?i:(a)\1)", "a back reference that ignores case is not supported (at character 8)"),
        ("(a{1000}){1000}", "its repetitions make it too large"),
    ] {
        assert_eq!(translate(pattern), Err(reason.to_owned()), "{pattern}");
    }
}
