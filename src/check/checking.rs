//! All checks, a step at a time.

use super::scope::Scope;
use super::{CHECKS, Finding, Relation};
use crate::figure::Reading;
use crate::order::sort_by_key;
use crate::table::Evidence;

/// Figures that are looked at in one step.
const STEP: usize = 2500;

/// Checks going on: in steps, so that a page can answer its reader between them.
pub struct Checking<'a> {
    scope: Scope<'a>,
    /// How many checks are done, and at which figure the next one is.
    at: (usize, usize),
    found: Vec<Finding>,
}

impl<'a> Checking<'a> {
    /// About to check the figures of all readings.
    pub fn new(readings: &[&'a Reading]) -> Self {
        Self {
            scope: Scope::new(readings),
            at: (0, 0),
            found: Vec::new(),
        }
    }

    /// Takes a step. Whether there is another.
    pub fn goes_on(&mut self) -> bool {
        let all = self.scope.facts.len();
        let mut left = STEP;
        while let Some(check) = CHECKS.get(self.at.0).filter(|_| left > 0) {
            let from = self.at.1;
            let to = all.min(from + left);
            self.scope.turn = (from, to);
            (check.run)(&self.scope, &mut self.found);
            left -= to - from;
            self.at = if to == all { (self.at.0 + 1, 0) } else { (self.at.0, to) };
        }
        self.at.0 < CHECKS.len()
    }

    /// What was found.
    pub fn done(self) -> Vec<Finding> {
        let mut found = self.found;
        // One statement checked in two ways is one finding.
        let mut seen: Vec<(Relation, Evidence)> = Vec::new();
        found.retain(|finding| {
            let key = finding.stated.map(|at| (finding.relation, at));
            let place = key.map(|key| (seen.binary_search(&key), key));
            if let Some((Err(place), key)) = place {
                seen.insert(place, key);
            }
            !matches!(place, Some((Ok(_), _)))
        });
        sort_by_key(&mut found, |finding| {
            (finding.verdict, finding.figures.first().copied(), finding.relation)
        });
        found
    }
}
