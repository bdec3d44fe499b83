//! The texts of `--help`.

/// How the command is called.
pub(crate) const USAGE: &str = "\
Usage: cargo asyncapi check [OPTIONS] PATH…
       cargo asyncapi bundle [OPTIONS] FILE
       cargo asyncapi upgrade [OPTIONS] FILE
       cargo asyncapi expand [OPTIONS] FILE
       cargo asyncapi explain [CODE]";

/// `--help`
pub(crate) const MAIN: &str = "\
The engine of asyncapi! from the command line

Usage: cargo asyncapi check [OPTIONS] PATH…
       cargo asyncapi bundle [OPTIONS] FILE
       cargo asyncapi upgrade [OPTIONS] FILE
       cargo asyncapi expand [OPTIONS] FILE
       cargo asyncapi explain [CODE]

Commands:
  check    Find every fault in AsyncAPI documents, 2.0 to 3.1
  bundle   Make one file of a document that has many
  upgrade  Make a document of AsyncAPI 3.1 of one of 2.0 to 3.0
  expand   Show the Rust code that asyncapi! generates from a document
  explain  Say more about a code such as A0104; without a code, list all
  help     Show this text, or that of a command

Options:
  -h, --help     Show this text
  -V, --version  Show the version

Exit status: 0 nothing is wrong (there may be warnings), 1 a document is wrong,
2 the command could not do its work (wrong arguments, unreadable file).
";

/// `explain --help`
pub(crate) const EXPLAIN: &str = "\
Say more about a code that a message bears

Usage: cargo asyncapi explain [CODE]

Without a code, all are listed.

Options:
  -h, --help  Show this text
";

/// `bundle --help`
pub(crate) const BUNDLE: &str = "\
Make one file of a document that has many

Usage: cargo asyncapi bundle [OPTIONS] FILE

What references lead to in other files moves into `components`, each once, under
its own name (with a number, where that is taken); what cannot be there, such as
Avro schemas, stands where the reference was. Everything else stays as it is
written: comments, order, quotes. FILE may be - for the standard input.

Examples:
  cargo asyncapi bundle api/chat.yaml -o chat.bundled.yaml
  cargo asyncapi bundle api/chat.yaml -o chat.bundled.yaml --check

Output:
  -o, --output FILE         Where the result goes: the standard output, unless
                            said; .json or .yaml decides the notation
      --check               Write nothing: fail if that file is not up to date
      --color WHEN          auto (on a terminal, unless NO_COLOR is set), always
                            or never
  -h, --help                Show this text

Files:
      --ref URL=FILE        A local copy of what is on the network; URL/=FOLDER
                            for all that begins so
      --root FOLDER         References may lead anywhere in this folder; the
                            document's own unless said
      --allow-outside       References may lead anywhere

Exit status: 0 done, 1 the document is wrong, or with --check not up to date,
2 the command could not do its work (wrong arguments, unreadable file).
";

/// `upgrade --help`
pub(crate) const UPGRADE: &str = "\
Make a document of AsyncAPI 3.1 of one of 2.0 to 3.0

Usage: cargo asyncapi upgrade [OPTIONS] FILE

The names are those that asyncapi! sees in the old document. What does not
change stays as it is written; comments go along with what they stand before.
What 3.1 cannot say stays as `x-...`, with a warning that says where. If objects
that are different in 3.1 are in other files, the document is bundled first.
FILE may be - for the standard input.

Examples:
  cargo asyncapi upgrade chat.yaml -o chat3.yaml
  cargo asyncapi upgrade --in-place --strict chat.yaml

Output:
  -o, --output FILE         Where the result goes: the standard output, unless
                            said; .json or .yaml decides the notation
      --in-place            It goes to where the document is
      --check               Write nothing: fail if that file is not up to date
      --strict              Fail if there is something that 3.1 cannot say
      --color WHEN          auto (on a terminal, unless NO_COLOR is set), always
                            or never
  -h, --help                Show this text

Files:
      --ref URL=FILE        A local copy of what is on the network; URL/=FOLDER
                            for all that begins so
      --root FOLDER         References may lead anywhere in this folder; the
                            document's own unless said
      --allow-outside       References may lead anywhere

Exit status: 0 done, 1 the document is wrong, or a test by --check or --strict
fails, 2 the command could not do its work (wrong arguments, unreadable file).
";

const SHARED: &str = "
Options of asyncapi!:
      --side SIDE           Which end of the channels: application (what the
                            document describes; the default) or counterpart
      --types PATH          The payload types are in that module already
      --types-of FILE       The document of that module, if it is another
      --channel KEY         Only this channel; may be repeated
      --operation KEY       Only this operation; may be repeated
      --tag NAME            Of these, only what has this tag; may be repeated
      --rename NAME=Name    A Rust name for a name of the document
      --replace Type=PATH   A type of yours in place of a generated one;
                            Type.property=PATH: of a property
      --derive PATH         One more derive on every payload type
      --match ENTRY         What tells a message from the others of its channel,
                            such as 'userJoin: type == \"join\"'
      --no-validate         Leave out the checks that types do not carry
      --validate-all        What is refused says all that is wrong with it
      --keep-unknown        Keep properties that a schema does not name
      --infer-types         A schema without `type` is of the type that its
                            keywords speak of
      --arbitrary           Make values for tests that satisfy the schemas:
                            needs the feature `arbitrary` of asyncapi-runtime
      --integers HOW        What an integer without bounds is: exact (i128,
                            which holds all that JSON can) or i64
      --ref URL=FILE        A local copy of what is on the network; URL/=FOLDER
                            for all that begins so
      --allow CODE          Do not show this lint; `recommended`: none of A06xx
      --deny CODE           Take this lint for an error
      --warnings HOW        All lints that are not named: warn, allow or deny

Files:
      --root FOLDER         References may lead anywhere in this folder; the
                            document's own unless said
      --allow-outside       References may lead anywhere

Output:
      --color WHEN          auto (on a terminal, unless NO_COLOR is set), always
                            or never
  -h, --help                Show this text
";

/// `check --help`
pub(crate) fn check() -> String {
    format!(
        "\
Find every fault in AsyncAPI documents, and in the files that they refer to

Usage: cargo asyncapi check [OPTIONS] PATH…

A PATH is a file, a folder (all documents in it, and in its folders), a pattern
such as 'api/**/*.yaml', or - for the standard input. Of folders and patterns,
those .yaml, .yml and .json files count whose root has the key `asyncapi`;
folders named target or node_modules, or with a dot in front, are passed over.

Examples:
  cargo asyncapi check chat.yaml
  cargo asyncapi check .
  cargo asyncapi check --format github api/*.yaml
  cargo asyncapi check --format sarif chat.yaml > chat.sarif

Format:
      --format FORMAT       human (the default), json, github (annotations of a
                            workflow) or sarif (2.1.0)
{SHARED}
Exit status: 0 nothing is wrong (there may be warnings), 1 a document is wrong,
2 the command could not do its work (wrong arguments, unreadable file).
"
    )
}

/// `expand --help`
pub(crate) fn expand() -> String {
    format!(
        "\
Show the Rust code that asyncapi! generates from a document

Usage: cargo asyncapi expand [OPTIONS] FILE

Faults and lints go to the standard error; a wrong document yields no code.

Examples:
  cargo asyncapi expand chat.yaml
  cargo asyncapi expand --side counterpart --types crate::user chat.yaml

Code:
      --runtime PATH        Where the code finds asyncapi-runtime
                            (::asyncapi_runtime unless said)
{SHARED}"
    )
}
