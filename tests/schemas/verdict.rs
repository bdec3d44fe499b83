//! Whether an answer is what the suite says of an instance, round trip included.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::applies::Applies;
use crate::case::{Case, Instance};
use crate::compare::{Exception, same};
use crate::generate::Remotes;
use crate::program::Answer;

/// What became of a case.
pub(crate) struct Outcome {
    /// What is wrong with it as a whole.
    pub(crate) fault: Option<String>,
    /// For each instance: the exceptions that it needed, or what is wrong.
    pub(crate) instances: Vec<Result<BTreeSet<Exception>, String>>,
}

impl Outcome {
    /// Without code, every instance fails; a faulty schema has none.
    pub(crate) fn without_code(case: &Case, fault: &Fault) -> Self {
        let instances = case.instances.iter().map(|_| Err("no code".to_owned())).collect();
        match fault {
            Fault::Reported(_) if case.instances.is_empty() => Self { fault: None, instances },
            Fault::Reported(fault) | Fault::Ours(fault) => Self { fault: Some(fault.clone()), instances },
        }
    }

    /// Of a case whose code compiles.
    pub(crate) fn of(case: &Case, remotes: &Remotes, answers: impl Iterator<Item = Answer>) -> Self {
        let fault = case.instances.is_empty().then(|| "the schema is faulty, and has code all the same".to_owned());
        let schema = serde_json::from_str(&case.schema).unwrap_or_default();
        let applies = Applies::new(schema, remotes);
        let judged = case.instances.iter().zip(answers).map(|(instance, answer)| judge(&applies, instance, &answer));
        Self { fault, instances: judged.collect() }
    }

    pub(crate) fn passes(&self) -> bool {
        self.fault.is_none() && self.instances.iter().all(Result::is_ok)
    }
}

/// Why there is no code.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) enum Fault {
    /// The generator says what is wrong with the schema.
    Reported(String),
    /// The generator, or what it wrote, is broken.
    Ours(String),
}

/// Judges the answer to an instance; `applies` is the schema of its case.
fn judge(applies: &Applies, instance: &Instance, answer: &Answer) -> Result<BTreeSet<Exception>, String> {
    match (answer, instance.valid) {
        (Answer::Failed(why), _) => Err(why.clone()),
        (Answer::Refused(_), false) => Ok(BTreeSet::new()),
        (Answer::Refused(why), true) => Err(format!("refused: {why}")),
        (Answer::Written(_), false) => Err("accepted".to_owned()),
        (Answer::Written(json), true) => same(applies, &instance.json, json),
    }
}
