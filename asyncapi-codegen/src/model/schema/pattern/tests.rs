use super::translate;
