package org.auleos.toolbox.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.auleos.api.ledger.LedgerException;
import org.auleos.api.policy.Capability;
import org.auleos.api.tool.Outcome;
import org.auleos.api.tool.ToolEvent;
import org.auleos.api.tool.ToolEvent.Observation;
import org.auleos.api.tool.ToolPin;
import org.auleos.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallPathTest {

    private static final String HI = "{\"text\":\"hi\"}";

    private Workshop workshop;
    private Tools.Echo echo;

    @BeforeEach
    void open(@TempDir Path home) {
        workshop = new Workshop(home);
        echo = new Tools.Echo("");
    }

    @AfterEach
    void close() {
        workshop.close();
    }

    private MemoryLedger ledger() {
        return workshop.ledger;
    }

    private Outcome call(String tool, String input) throws InterruptedException {
        return workshop.call("r1", tool, input);
    }

    private static Outcome done(String output) {
        return new Outcome.Done((Json.Obj) Json.parse(output));
    }

    @Test
    void aPureCallIsOneRecordWithEverythingInIt() throws Exception {
        workshop.add("1.2.3", echo, Workshop.spec("t.echo", "PURE"));

        assertThat(call("t.echo", HI)).isEqualTo(done(HI));

        assertThat(ledger().types()).containsExactly("tool.called");
        ToolEvent.Called called = ledger().all(ToolEvent.Called.class).get(0);
        assertThat(called.pin()).isEqualTo(new ToolPin("t.echo", "1.2.3", "sha-of-1.2.3"));
        assertThat(called.key()).isEqualTo("key-t.echo");
        assertThat(called.policy()).isEqualTo("p1");
        assertThat(called.input()).isEqualTo(Json.parse(HI));
        assertThat(called.result().state()).isEqualTo("done");
        assertThat(called.result().output()).contains(Json.parse(HI));
        assertThat(ledger().last("tool.called").provenance().unit()).isEqualTo("u1");
    }

    @Test
    void aVersionAndItsSchemasAreRecordedOnceBeforeItsFirstCall() throws Exception {
        workshop.add("1.0", echo, Workshop.spec("t.echo", "PURE"));

        call("t.echo", HI);
        call("t.echo", HI);

        assertThat(ledger().all(ToolEvent.Appeared.class)).hasSize(1);
        assertThat(ledger().last("tool.appeared").sequence())
                .isLessThan(ledger().last("tool.called").sequence());
    }

    @ParameterizedTest
    @ValueSource(strings = {"EFFECT", "IDEMPOTENT"})
    void anEffectIsAnIntentAndAnOutcomeThatNamesIt(String effect) throws Exception {
        workshop.add("1.0", echo, Workshop.spec("t.echo", effect));

        assertThat(call("t.echo", HI)).isEqualTo(done(HI));

        assertThat(ledger().types()).containsExactly("tool.intended", "tool.completed");
        assertThat(ledger().last("tool.completed").provenance().cause())
                .isEqualTo(ledger().last("tool.intended").sequence());
    }

    @Test
    void noEffectRunsWhenItsIntentIsNotTaken() throws Exception {
        workshop.add("1.0", echo, Workshop.spec("t.echo", "EFFECT"));
        ledger().full = "tool.intended"::equals;

        assertThat(call("t.echo", HI)).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.code()).isEqualTo("unavailable");
            assertThat(failed.retryable()).isTrue();
        });

        assertThat(echo.calls).hasValue(0);
    }

    @Test
    void noEffectRunsWhenItsIntentIsNotDurable() throws Exception {
        workshop.add("1.0", echo, Workshop.spec("t.echo", "EFFECT"));
        ledger().lost = "tool.intended"::equals;

        assertThat(call("t.echo", HI)).isInstanceOf(Outcome.Failed.class);

        assertThat(echo.calls).hasValue(0);
        assertThat(ledger().types()).containsExactly("tool.intended", "tool.completed");
        assertThat(ledger().all(ToolEvent.Completed.class).get(0).result().state())
                .isEqualTo("failed");
    }

    @Test
    void anEffectWhoseOutcomeCannotBeRecordedIsUnknown() throws Exception {
        workshop.add("1.0", echo, Workshop.spec("t.echo", "EFFECT"));
        ledger().full = "tool.completed"::equals;

        assertThat(call("t.echo", HI)).isInstanceOf(Outcome.Unknown.class);
        ledger().full = type -> false;
        ledger().lost = "tool.completed"::equals;
        assertThat(call("t.echo", HI)).isInstanceOf(Outcome.Unknown.class);

        assertThat(echo.calls).hasValue(2);
    }

    @Test
    void anAnswerNobodyRecordedIsNotTold() throws Exception {
        workshop.add("1.0", echo, Workshop.spec("t.echo", "PURE"));
        ledger().full = "tool.called"::equals;

        assertThat(call("t.echo", HI)).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void settlingFailsWhenSomethingRecordedIsNotDurable() throws Exception {
        workshop.add("1.0", echo, Workshop.spec("t.echo", "PURE"));
        call("t.echo", HI);
        workshop.toolbox.settle("r1");
        ledger().lost = "tool.called"::equals;
        call("t.echo", HI);

        assertThatThrownBy(() -> workshop.toolbox.settle("r1")).isInstanceOf(LedgerException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"text\":\"hi\",\"loud\":true}|loud: is unknown; expected text",
                "{}|text: is missing",
                "{\"text\":7}|text: expected a string, found the number 7",
            })
    void aWrongInputIsRefusedByNameAndNothingRuns(String input, String problem) throws Exception {
        workshop.add("1.0", echo, Workshop.spec("t.echo", "EFFECT"));

        assertThat(call("t.echo", input)).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.code()).isEqualTo("invalid_input");
            assertThat(failed.message()).contains(problem);
        });

        assertThat(echo.calls).hasValue(0);
        assertThat(ledger().types()).containsExactly("tool.refused");
    }

    @Test
    void whatIsNotPermittedIsRecordedAndDoesNotRun() throws Exception {
        workshop.add("1.0", echo, Workshop.spec("t.echo", "EFFECT", "x:do:{text}", "y:do"));
        workshop.grant("x:do:other", "y:do");

        assertThat(call("t.echo", HI)).isEqualTo(new Outcome.Denied("x:do:hi", "x:do:hi is not granted"));

        assertThat(echo.calls).hasValue(0);
        assertThat(ledger().all(ToolEvent.Refused.class).get(0).result().state())
                .isEqualTo("denied");
    }

    @Test
    void aToolNobodyHasIsRefusedWithTheOnesThereAre() throws Exception {
        workshop.add("1.0", echo, Workshop.spec("t.echo", "PURE"));

        assertThat(call("t.ecco", HI)).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.code()).isEqualTo("not_found");
            assertThat(failed.message()).contains("t.echo");
        });
        assertThat(ledger().types()).containsExactly("tool.refused");
    }

    @ParameterizedTest
    @CsvSource({"known, unavailable, true, busy", "defect, failed, false, defect", "error, failed, false, StackOverflow"
    })
    void whatAToolThrowsIsItsOutcome(String kind, String code, boolean retryable, String message) throws Exception {
        for (String effect : List.of("PURE", "READ", "EFFECT")) {
            workshop.add(
                    "1.0",
                    new Tools.Thrower(),
                    Workshop.spec("t." + effect.toLowerCase(java.util.Locale.ROOT), effect));

            Outcome outcome = call("t." + effect.toLowerCase(java.util.Locale.ROOT), "{\"text\":\"" + kind + "\"}");

            assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
                assertThat(failed.code()).isEqualTo(code);
                assertThat(failed.retryable()).isEqualTo(retryable);
                assertThat(failed.message()).contains(message);
            });
        }
    }

    @Test
    void whatACallWasToldAboutTheWorldIsRecorded() throws Exception {
        workshop.add("1.0", new Tools.Observer(), Workshop.spec("t.look", "READ"));

        Outcome outcome = call("t.look", "{}");

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Done.class, done -> {
            assertThat(done.output().text("known")).contains("value of KNOWN");
            assertThat(done.output().text("secret")).isEmpty();
        });
        List<Observation> observed = ledger().all(ToolEvent.Called.class).get(0).observed();
        assertThat(observed).hasSize(4);
        assertThat(observed.get(0)).isEqualTo(new Observation("clock", Workshop.NOW.toString()));
        long seed = Long.parseLong(observed.get(1).value());
        assertThat(((Outcome.Done) outcome).output().get("number"))
                .isEqualTo(Optional.of(Json.of(new SplittableRandom(seed).nextLong())));
        assertThat(observed.get(2).value()).matches("KNOWN=[0-9a-f]{64}");
        assertThat(observed.get(3).value()).isEqualTo("SECRET=absent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PURE", "EFFECT"})
    void anAnswerOfMoreThanOneMebibyteIsRefused(String effect) throws Exception {
        workshop.add("1.0", new Tools.Talker(), Workshop.spec("t.talk", effect));
        int limit = CallPath.MAX_OUTPUT_BYTES - "{\"text\":\"\"}".length();

        assertThat(call("t.talk", "{\"size\":" + limit + "}")).isInstanceOf(Outcome.Done.class);
        assertThat(call("t.talk", "{\"size\":" + (limit + 1) + "}"))
                .isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
                    assertThat(failed.code()).isEqualTo("too_large");
                    assertThat(failed.message()).contains("1048577 bytes");
                });
    }

    @Test
    void aCapabilityThatShowsDuringTheCallIsChecked() throws Exception {
        workshop.add("1.0", new Tools.Asker(), Workshop.spec("t.ask", "READ"));
        workshop.grant("net:connect:example.com:443");

        assertThat(call("t.ask", "{\"text\":\"net:connect:example.com:443\"}")).isInstanceOf(Outcome.Done.class);
        assertThat(call("t.ask", "{\"text\":\"net:connect:example.org:443\"}"))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.code()).isEqualTo("denied"));
    }

    @Test
    void aPermissionThatNamesNoMemberIsADefectOfTheTool() throws Exception {
        workshop.add("1.0", echo, Workshop.spec("t.echo", "PURE", "fs:read:{path}"));

        assertThat(workshop.toolbox.tool("t.echo")).isEmpty();
        assertThat(call("t.echo", HI))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.message()).contains("no component path"));
    }

    @Test
    void aRunIsNeverFurtherAheadOfTheDiskThanABound() throws Exception {
        workshop.add("1.0", echo, Workshop.spec("t.echo", "PURE"));
        ledger().lost = "tool.called"::equals;
        int done = 0;
        while (done < 2_000 && call("t.echo", HI) instanceof Outcome.Done) {
            done++;
        }

        assertThat(done).isEqualTo(1_024);
    }

    @Test
    void theGrantsOfACallAreWhatTheGuardSees() throws Exception {
        workshop.add("1.0", echo, Workshop.spec("t.echo", "PURE", "x:do:{text}"));
        workshop.granted = Set.of(Capability.of("x:do:h*"));

        assertThat(call("t.echo", HI)).isEqualTo(done(HI));
    }
}
