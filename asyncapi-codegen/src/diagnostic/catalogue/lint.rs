//! A03xx: weaknesses of a document. Warnings: they never stop a build by themselves.

codes! {}
