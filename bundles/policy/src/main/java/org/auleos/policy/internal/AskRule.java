package org.auleos.policy.internal;

import java.util.Locale;
import org.auleos.api.policy.Capability;
import org.auleos.api.policy.Question;
import org.auleos.json.Codec;
import org.auleos.json.Json;
import org.auleos.json.JsonException;
import org.jspecify.annotations.Nullable;

/**
 * When an agent needs people. All that is said must hold; what is left out holds always.
 *
 * @param tool name of the tool, {@code *} and {@code **} as in capabilities
 * @param risk this one or a higher one
 * @param capability something the call needs, or that lies within it
 * @param agent role of the agent, {@code *} as in capabilities
 * @param people how many different people, 1 unless said
 * @param fourEyes true when the person for whom it is done may not be one of them
 * @param why the reason, for those who are asked
 */
record AskRule(
        @Nullable String tool,
        PolicyFile.@Nullable Risk risk,
        @Nullable Capability capability,
        @Nullable String agent,
        @Nullable Integer people,
        @Nullable Boolean fourEyes,
        String why) {

    private static final int MOST_PEOPLE = 10;
    private static final Codec<AskRule> CODEC = Codec.of(AskRule.class);

    AskRule {
        if (people != null && (people < 1 || people > MOST_PEOPLE)) {
            throw new IllegalArgumentException("people is " + people + "; expected 1 to " + MOST_PEOPLE);
        }
        if (why.isBlank()) {
            throw new IllegalArgumentException("why is empty; expected the reason, for those who are asked");
        }
        tool = tool == null ? null : pattern(tool).pattern();
        agent = agent == null ? null : pattern(agent).pattern();
    }

    /** Reads a rule, or a risk alone, as older files have it. Throws {@code IllegalArgumentException} naming the member. */
    static AskRule of(Json json, String path) {
        try {
            return json instanceof Json.Str risk ? ofRisk(risk.value()) : CODEC.read(json);
        } catch (JsonException e) {
            String inner = e.path().isEmpty() ? path + ": " : path + ".";
            throw new IllegalArgumentException(inner + e.getMessage(), e);
        }
    }

    private static AskRule ofRisk(String risk) {
        Json rule = Json.empty()
                .with("risk", Json.of(risk))
                .with("why", Json.of("the policy asks a person for the risk " + risk + " and higher ones"));
        return CODEC.read(rule);
    }

    boolean matches(Question question) {
        return (tool == null || pattern(tool).covers(exactly(question.tool())))
                && (agent == null || pattern(agent).covers(exactly(agentOf(question))))
                && (risk == null || risk.compareTo(risk(question)) <= 0)
                && (capability == null || question.required().stream().anyMatch(AskRule.this::touches));
    }

    /** True for what the rule names, for a part of it, and for something of which it is a part. */
    private boolean touches(Capability required) {
        return capability != null && (capability.covers(required) || required.covers(within(capability, required)));
    }

    /** The part of the rule that is of the required kind. */
    private static Capability within(Capability rule, Capability required) {
        return new Capability(
                rule.namespace().equals("*") ? required.namespace() : rule.namespace(),
                rule.action().equals("*") ? required.action() : rule.action(),
                rule.pattern());
    }

    int least() {
        return people == null ? 1 : people;
    }

    boolean others() {
        return Boolean.TRUE.equals(fourEyes);
    }

    private static PolicyFile.Risk risk(Question question) {
        return PolicyFile.Risk.valueOf(question.risk().toUpperCase(Locale.ROOT));
    }

    private static String agentOf(Question question) {
        return question.provenance().actor().substring(Policy.AGENT.length());
    }

    private static Capability pattern(String text) {
        return new Capability("name", "is", text);
    }

    private static Capability exactly(String text) {
        return Capability.exactly("name", "is", text);
    }
}
