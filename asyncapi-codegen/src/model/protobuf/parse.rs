//! The tokens of a text → its part of the tree.

mod field;

use super::cursor::Cursor;
use super::tree::{Constant, Enum, EnumValue, File, Import, Item, Label, Message, OneOf, Reserved, Schema, Type, What};
use crate::diagnostic::catalogue::protobuf as code;
use crate::diagnostic::{Diagnostic, Sink};
use crate::source::Span;
use crate::source::proto::{Kind, Text};

/// Messages stand in one another at most this deep.
const DEEPEST: usize = 32;

/// The version that the document names, where the text does not say which syntax it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Version {
    Two,
    Three,
    Unsaid,
}

/// Reads a text into `schema`; the index of its file.
pub(super) fn read(schema: &mut Schema, text: &Text<'_>, version: Version, sink: &mut Sink) -> usize {
    let at = schema.files.len();
    schema.files.push(File {
        id: text.file(),
        package: String::new(),
        proto3: false,
        imports: Vec::new(),
        extends: Vec::new(),
        roots: Vec::new(),
    });
    let (messages, mut cursor) = (schema.messages.len(), Cursor::new(text, sink));
    let mut parser = Parser { cursor: &mut cursor, schema, file: at, syntax: None, depth: 0 };
    parser.file();
    let syntax = parser.syntax;
    let fields = || schema.messages.iter().skip(messages).flat_map(|message| &message.fields);
    let has = |label: Label| fields().any(|field| field.label == label && field.oneof.is_none() && !is_map(&field.ty));
    // `protoc` reads a text that does not say its syntax as proto2. Documents say the version beside it.
    let proto3 = syntax.unwrap_or_else(|| match version {
        Version::Two => false,
        Version::Three => !has(Label::Required),
        Version::Unsaid => !has(Label::Required) && has(Label::None),
    });
    if let Some(file) = schema.files.get_mut(at) {
        file.proto3 = proto3;
    }
    at
}

fn is_map(ty: &Type) -> bool {
    matches!(ty, Type::Map(..))
}

/// What the options of a field, message or value say, as far as it matters here.
#[derive(Default)]
struct Said {
    deprecated: bool,
    alias: bool,
    default: Option<(Constant, Span)>,
    packed: Option<(bool, Span)>,
}

struct Parser<'a, 'c> {
    cursor: &'a mut Cursor<'c>,
    schema: &'a mut Schema,
    file: usize,
    /// Whether it is proto3, if the text says.
    syntax: Option<bool>,
    depth: usize,
}

impl Parser<'_, '_> {
    fn here(&mut self) -> Option<&mut File> {
        self.schema.files.get_mut(self.file)
    }

    fn file(&mut self) {
        while !self.cursor.is_end() {
            let from = self.cursor.place();
            if self.top(from).is_none() {
                self.cursor.skip_statement();
                // A `}` that closes nothing.
                if self.cursor.place() == from || self.cursor.peek() == "}" {
                    self.cursor.bump();
                }
            }
        }
    }

    fn top(&mut self, from: usize) -> Option<()> {
        match self.cursor.peek() {
            ";" => self.cursor.bump(),
            "syntax" | "edition" => self.syntax()?,
            "package" => {
                self.cursor.bump();
                let (package, _) = self.cursor.path("the name of the package")?;
                self.here()?.package = package.trim_start_matches('.').to_owned();
                self.cursor.end_statement();
            }
            "import" => self.import()?,
            "option" => drop(self.option()?),
            "message" => {
                let package = self.here()?.package.clone();
                let message = self.message(&package, None, from)?;
                self.here()?.roots.push(message);
            }
            "enum" => {
                let package = self.here()?.package.clone();
                self.enumeration(&package, None, from)?;
            }
            "extend" => {
                let package = self.here()?.package.clone();
                self.extend(package)?;
            }
            "service" => {
                self.cursor.bump();
                self.cursor.name("the name of the service")?;
                self.cursor.skip_statement();
            }
            _ => {
                self.cursor.expected("`message`, `enum`, `import` or another statement of a .proto file");
                return None;
            }
        }
        Some(())
    }

    fn syntax(&mut self) -> Option<()> {
        let edition = self.cursor.peek() == "edition";
        self.cursor.bump();
        self.cursor.expect("=")?;
        let (value, span) = self.cursor.string("the syntax")?;
        match value.as_slice() {
            b"proto2" if !edition => self.syntax = Some(false),
            b"proto3" if !edition => self.syntax = Some(true),
            _ => {
                let (kind, said) = (if edition { "edition" } else { "syntax" }, String::from_utf8_lossy(&value));
                let fault = Diagnostic::new(&code::UNSUPPORTED, span, format!("{kind} `{said}` is not understood"));
                self.cursor.sink.push(fault.help("write it as `syntax = \"proto3\";` or `syntax = \"proto2\";`"));
                self.syntax = Some(true);
            }
        }
        self.cursor.end_statement();
        Some(())
    }

    fn import(&mut self) -> Option<()> {
        self.cursor.bump();
        let public = self.cursor.eat("public");
        if !public {
            self.cursor.eat("weak");
        }
        let (path, span) = self.cursor.string("the path of a file")?;
        let path = String::from_utf8_lossy(&path).into_owned();
        self.here()?.imports.push(Import { path, public, span, file: None });
        self.cursor.end_statement();
        Some(())
    }

    /// `option a.(b).c = value;`
    fn option(&mut self) -> Option<Said> {
        self.cursor.bump();
        let mut said = Said::default();
        self.assignment(&mut said)?;
        self.cursor.end_statement();
        Some(said)
    }

    fn assignment(&mut self, said: &mut Said) -> Option<()> {
        let from = self.cursor.place();
        let mut name = String::new();
        loop {
            if self.cursor.eat("(") {
                self.cursor.path("the name of an option")?;
                self.cursor.expect(")")?;
                name.push_str("()");
            } else {
                name.push_str(&self.cursor.name("the name of an option")?.0);
            }
            if !self.cursor.eat(".") {
                break;
            }
            name.push('.');
        }
        self.cursor.expect("=")?;
        let (value, span) = self.cursor.constant()?;
        let whole = self.cursor.since(from);
        let truth = matches!(&value, Constant::Name(name) if name == "true");
        match name.as_str() {
            "deprecated" => said.deprecated = truth,
            "allow_alias" => said.alias = truth,
            "packed" => said.packed = Some((truth, whole)),
            "default" => said.default = Some((value, span)),
            _ => {}
        }
        Some(())
    }

    /// `[a = 1, b = 2]`, if it is there.
    fn options(&mut self) -> Option<Said> {
        let mut said = Said::default();
        if self.cursor.eat("[") {
            loop {
                self.assignment(&mut said)?;
                if !self.cursor.eat(",") {
                    break;
                }
            }
            self.cursor.expect("]")?;
        }
        Some(said)
    }

    /// Remembers what a name in a scope stands for, and refuses it when it is taken.
    fn define(&mut self, scope: &str, name: &str, what: What, span: Span) -> String {
        let full = if scope.is_empty() { name.to_owned() } else { format!("{scope}.{name}") };
        let item = Item { what, file: self.file, span };
        match self.schema.names.get(&full) {
            Some(first) => {
                let fault = Diagnostic::new(&code::NAME_TAKEN, span, format!("`{full}` is defined twice"));
                self.cursor.sink.push(fault.related(first.span, "defined here first"));
            }
            None => drop(self.schema.names.insert(full.clone(), item)),
        }
        full
    }

    fn message(&mut self, scope: &str, parent: Option<usize>, from: usize) -> Option<usize> {
        self.cursor.bump();
        let (name, span) = self.cursor.name("the name of the message")?;
        let at = self.schema.messages.len();
        let full = self.define(scope, &name, What::Message(at), span);
        self.cursor.expect("{")?;
        let doc = self.cursor.doc(from);
        self.schema.messages.push(Message {
            name,
            full: full.clone(),
            file: self.file,
            parent,
            span,
            doc,
            deprecated: false,
            fields: Vec::new(),
            oneofs: Vec::new(),
            reserved: Reserved::default(),
        });
        if self.depth >= DEEPEST {
            self.cursor.fault(&code::UNSUPPORTED, span, format!("messages stand in one another {DEEPEST} times"));
            self.skip_rest_of_block();
            return Some(at);
        }
        self.depth += 1;
        self.body(|parser, from| parser.member(at, &full, from));
        self.depth -= 1;
        Some(at)
    }

    /// Passes over what is left of a block of which the `{` was taken.
    fn skip_rest_of_block(&mut self) {
        while !self.cursor.is_end() && !self.cursor.eat("}") {
            self.cursor.skip_statement();
        }
    }

    /// Statements up to the `}`.
    fn body(&mut self, mut statement: impl FnMut(&mut Self, usize) -> Option<()>) {
        loop {
            if self.cursor.eat("}") {
                return;
            }
            if self.cursor.is_end() {
                return self.cursor.expected("`}`");
            }
            let from = self.cursor.place();
            if !self.cursor.eat(";") && statement(self, from).is_none() {
                self.cursor.skip_statement();
            }
        }
    }

    fn in_message(&mut self, at: usize) -> Option<&mut Message> {
        self.schema.messages.get_mut(at)
    }

    fn member(&mut self, at: usize, full: &str, from: usize) -> Option<()> {
        // Names such as `message` may also be types: a field has a name and `=` behind its type.
        let next = self.cursor.peek_second();
        let is_statement = next != "." && next != "=";
        match self.cursor.peek() {
            "message" if is_statement => drop(self.message(full, Some(at), from)?),
            "enum" if is_statement => self.enumeration(full, Some(at), from)?,
            "oneof" if is_statement => self.oneof(at, full, from)?,
            "option" if is_statement => {
                let said = self.option()?;
                self.in_message(at)?.deprecated |= said.deprecated;
            }
            "reserved" if is_statement => {
                let reserved = self.ranges(false)?;
                self.in_message(at)?.reserved.extend(reserved);
            }
            "extensions" if is_statement => {
                let kept = self.ranges(true)?;
                self.in_message(at)?.reserved.extend(kept);
            }
            "extend" if is_statement => self.extend(full.to_owned())?,
            _ => self.field(at, full, None, from)?,
        }
        Some(())
    }

    fn oneof(&mut self, at: usize, full: &str, from: usize) -> Option<()> {
        self.cursor.bump();
        let (name, span) = self.cursor.name("the name of the oneof")?;
        self.define(full, &name, What::Other, span);
        self.cursor.expect("{")?;
        let doc = self.cursor.doc(from);
        let message = self.in_message(at)?;
        let index = message.oneofs.len();
        message.oneofs.push(OneOf { name, span, doc });
        let full = full.to_owned();
        self.body(|parser, from| {
            if parser.cursor.peek() == "option" && parser.cursor.peek_second() != "=" {
                return parser.option().map(drop);
            }
            parser.field(at, &full, Some(index), from)
        });
        Some(())
    }

    /// What stands behind `reserved` and `extensions`.
    fn ranges(&mut self, extensions: bool) -> Option<Reserved> {
        self.cursor.bump();
        let mut reserved = Reserved::default();
        loop {
            match self.cursor.kind() {
                Kind::Text => {
                    let (name, _) = self.cursor.string("a name")?;
                    reserved.names.push(String::from_utf8_lossy(&name).into_owned());
                }
                Kind::Name => reserved.names.push(self.cursor.name("a name")?.0),
                _ => {
                    let (first, _) = self.cursor.integer("a number or a name")?;
                    let mut last = first;
                    if self.cursor.eat("to") {
                        last =
                            if self.cursor.eat("max") { i64::MAX } else { self.cursor.integer("the last number")?.0 };
                    }
                    reserved.numbers.push((first, last, extensions));
                }
            }
            if !self.cursor.eat(",") {
                break;
            }
        }
        self.options()?;
        self.cursor.end_statement();
        Some(reserved)
    }

    /// Extensions are passed over; whose they are is known.
    fn extend(&mut self, scope: String) -> Option<()> {
        self.cursor.bump();
        let (name, span) = self.cursor.path("the name of a message")?;
        self.here()?.extends.push((name, scope, span));
        self.cursor.skip_statement();
        Some(())
    }

    fn enumeration(&mut self, scope: &str, parent: Option<usize>, from: usize) -> Option<()> {
        self.cursor.bump();
        let (name, span) = self.cursor.name("the name of the enum")?;
        let at = self.schema.enums.len();
        let full = self.define(scope, &name, What::Enum(at), span);
        self.cursor.expect("{")?;
        let doc = self.cursor.doc(from);
        self.schema.enums.push(Enum {
            name,
            full,
            file: self.file,
            parent,
            span,
            doc,
            deprecated: false,
            values: Vec::new(),
            alias: false,
            reserved: Reserved::default(),
        });
        let scope = scope.to_owned();
        self.body(|parser, from| parser.value(at, &scope, from));
        Some(())
    }

    fn value(&mut self, at: usize, scope: &str, from: usize) -> Option<()> {
        if self.cursor.peek_second() != "=" {
            match self.cursor.peek() {
                "option" => {
                    let said = self.option()?;
                    let it = self.schema.enums.get_mut(at)?;
                    it.alias |= said.alias;
                    it.deprecated |= said.deprecated;
                    return Some(());
                }
                "reserved" => {
                    let reserved = self.ranges(false)?;
                    self.schema.enums.get_mut(at)?.reserved.extend(reserved);
                    return Some(());
                }
                _ => {}
            }
        }
        let (name, span) = self.cursor.name("the name of a value")?;
        self.cursor.expect("=")?;
        let (number, number_span) = self.cursor.integer("the number of the value")?;
        let said = self.options()?;
        self.cursor.end_statement();
        let doc = self.cursor.doc(from);
        let Ok(number) = i32::try_from(number) else {
            self.cursor.fault(&code::NUMBER, number_span, format!("`{number}` does not fit 32 bits"));
            return Some(());
        };
        // Values are names beside their enum, not within it.
        self.define(scope, &name, What::Other, span);
        let it = self.schema.enums.get_mut(at)?;
        it.values.push(EnumValue { name, number, span, doc, deprecated: said.deprecated });
        Some(())
    }
}
