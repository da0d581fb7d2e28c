package org.auleos.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The contract and the route table say the same, in both directions. */
final class ContractTest extends ServerFixture {

    private static final Pattern PATH = Pattern.compile("^ {2}(/[^:]*):$");
    private static final Pattern METHOD = Pattern.compile("^ {4}(get|post|put|delete|patch):$");
    private static final Pattern ROLE = Pattern.compile("^ {6}x-role: (\\w+)$");
    private static final Pattern REFERENCE = Pattern.compile("'#/components/(\\w+)/(\\w+)'");

    @Test
    void everyRouteStandsInTheContractAndEveryOperationIsARoute() throws IOException {
        Set<String> served = new HashSet<>();
        for (Route route : world.services().routes().routes()) {
            served.add(route.method() + " " + route.template() + " "
                    + route.access().name().toLowerCase(Locale.ROOT));
        }

        assertThat(stated(contract())).isEqualTo(served);
    }

    @Test
    void everySchemaTheContractRefersToIsThere() throws IOException {
        String contract = contract();
        Matcher references = REFERENCE.matcher(contract);
        Set<String> names = new HashSet<>();
        while (references.find()) {
            names.add(references.group(2));
        }

        assertThat(names).isNotEmpty();
        assertThat(names).allSatisfy(name -> assertThat(contract).containsPattern("(?m)^ {4}" + name + ":"));
    }

    @Test
    void theMembersOfRequestsAreTheOnesTheContractNames() throws IOException {
        String contract = contract();

        assertThat(properties(contract, "GoalRequest")).containsExactlyInAnyOrder(components(GoalRoutes.Request.class));
        assertThat(properties(contract, "CallRequest"))
                .containsExactlyInAnyOrder(components(ToolRoutes.CallRequest.class));
        assertThat(properties(contract, "UndoRequest"))
                .containsExactlyInAnyOrder(components(ToolRoutes.UndoRequest.class));
        assertThat(properties(contract, "CancelRequest"))
                .containsExactlyInAnyOrder(components(RunRoutes.CancelRequest.class));
        assertThat(properties(contract, "ApproveRequest"))
                .containsExactlyInAnyOrder(components(ApprovalRoutes.ApproveRequest.class));
        assertThat(properties(contract, "DenyRequest"))
                .containsExactlyInAnyOrder(components(ApprovalRoutes.DenyRequest.class));
        assertThat(properties(contract, "CompareRequest"))
                .containsExactlyInAnyOrder(components(LedgerProofRoutes.CompareRequest.class));
        assertThat(properties(contract, "ResolveRequest"))
                .containsExactlyInAnyOrder(components(RunRoutes.ResolveRequest.class));
        assertThat(properties(contract, "RunUndoRequest"))
                .containsExactlyInAnyOrder(components(RunRoutes.RunUndoRequest.class));
        assertThat(properties(contract, "UserRequest")).containsExactlyInAnyOrder(components(UserRoutes.Request.class));
    }

    @Test
    void theCodesOfErrorsAreTheOnesTheContractNames() throws IOException {
        String codes = contract()
                .lines()
                .filter(line -> line.strip().startsWith("code: {enum:"))
                .findFirst()
                .orElseThrow();

        for (Refusal.Code code : Refusal.Code.values()) {
            assertThat(codes).contains(code.name().toLowerCase(Locale.ROOT));
        }
        assertThat(codes.split(",")).hasSize(Refusal.Code.values().length);
    }

    private String contract() throws IOException {
        return client.get("/api/v1/openapi.yaml", World.VIEWER).body();
    }

    private static Set<String> stated(String contract) {
        Set<String> operations = new HashSet<>();
        String path = "";
        String method = "";
        for (String line :
                contract.substring(0, contract.indexOf("\ncomponents:")).lines().toList()) {
            Matcher role = ROLE.matcher(line);
            if (PATH.matcher(line).matches()) {
                path = line.strip().substring(0, line.strip().length() - 1);
            } else if (METHOD.matcher(line).matches()) {
                method = line.strip().substring(0, line.strip().length() - 1).toUpperCase(Locale.ROOT);
            } else if (role.matches()) {
                operations.add(method + " " + path + " " + role.group(1));
            }
        }
        return operations;
    }

    private static List<String> properties(String contract, String schema) {
        Matcher block = Pattern.compile("(?ms)^ {4}" + schema + ":\\n(.*?)(?=^ {4}\\w|\\z)")
                .matcher(contract);
        assertThat(block.find()).as(schema).isTrue();
        String properties = block.group(1).substring(block.group(1).indexOf("properties:") + 11);
        return Pattern.compile("(?:^|[{,]|\\n {8}) ?(\\w+): \\{")
                .matcher(properties)
                .results()
                .map(match -> match.group(1))
                .filter(name -> !name.equals("items"))
                .toList();
    }

    private static String[] components(Class<? extends Record> request) {
        return java.util.Arrays.stream(request.getRecordComponents())
                .map(java.lang.reflect.RecordComponent::getName)
                .toArray(String[]::new);
    }
}
