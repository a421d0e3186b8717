// SPDX-License-Identifier: EUPL-1.2
//! Models of prevention as statements: their phases, and who does what in each. SKOS has no words for who acts, so these are our own.

use oxrdf::{Literal, NamedNode};

use crate::exchange::skos::vocabulary as v;
use crate::exchange::skos::write::{Writer, english};
use crate::model::{Keyed, Model, Party, Phase, PhaseRole};

impl Writer<'_> {
    /// Every model.
    pub(super) fn models(&mut self) {
        for model in &self.glossary.models {
            self.model(model);
        }
    }

    fn model(&mut self, model: &Model) {
        let node = self.names.model(&model.id);
        self.say(&node, v::TYPE, self.names.own("Model"));
        self.named(&node, [&model.label, &model.english]);
        self.say(&node, v::COMMENT, self.text(&model.about));
        if let Some(owner) = &model.owner {
            self.say_own(&node, "owner", self.names.actor(owner));
        }
        self.sources(&node, &model.sources);
        for phase in &model.phases {
            self.phase(model, phase);
        }
        for role in &model.roles {
            self.phase_role(model, role);
        }
    }

    fn phase(&mut self, model: &Model, phase: &Phase) {
        let node = self.names.phase(&model.id, &phase.id);
        self.say(&node, v::TYPE, self.names.own("Phase"));
        self.say_own(&node, "inModel", self.names.model(&model.id));
        self.named(&node, [&phase.label, &phase.english]);
        if let Some(about) = &phase.about {
            self.say(&node, v::COMMENT, self.text(about));
        }
        if let Some(group) = &phase.target_group {
            self.say_own(&node, "targetGroup", self.text(group));
        }
        self.say_own(&node, "status", Literal::new_simple_literal(phase.status.key()));
        self.sources(&node, &phase.sources);
    }

    fn phase_role(&mut self, model: &Model, role: &PhaseRole) {
        let node = self.names.phase_role(&model.id, role);
        let party = match &role.party {
            Party::Actor(actor) => self.names.actor(actor),
            Party::Domain(domain) => self.names.scheme(domain),
        };
        self.say(&node, v::TYPE, self.names.own("PhaseRole"));
        self.say_own(&node, "inPhase", self.names.phase(&model.id, &role.phase));
        self.say_own(&node, "party", party);
        self.say_own(&node, "part", Literal::new_simple_literal(role.part.key()));
        if let Some(note) = &role.note {
            self.say(&node, v::NOTES[0], self.text(note));
        }
        self.say_own(&node, "status", Literal::new_simple_literal(role.status.key()));
        self.sources(&node, &role.sources);
    }

    fn named(&mut self, node: &NamedNode, [label, in_english]: [&str; 2]) {
        self.say(node, v::RDFS_LABEL, self.text(label));
        self.say(node, v::RDFS_LABEL, english(in_english));
    }
}
