package cn.gov.jiyuan.platform.cases;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what is wrong with a transition table before a case can get stuck in it. */
final class CaseTypeCheck {
    /** Actions that the engine itself writes into the timeline begin so. */
    static final String RESERVED = "task.";

    private final CaseType type;
    private final Set<String> states;
    private final List<String> flaws = new ArrayList<>();

    private CaseTypeCheck(CaseType type) {
        this.type = type;
        this.states = type.states().stream().map(CaseState::id).collect(Collectors.toSet());
    }

    static List<String> flaws(CaseType type) {
        CaseTypeCheck check = new CaseTypeCheck(type);
        check.states();
        type.actions().forEach(check::action);
        if (check.flaws.isEmpty()) {
            check.reachability();
        }
        return check.flaws;
    }

    private void states() {
        if (type.states().stream().noneMatch(CaseState::isFinal)) {
            flaws.add("no final state");
        }
        for (CaseState state : type.states()) {
            boolean reopens = type.actionsFrom(state.id()).stream().anyMatch(this::reopens);
            if (state.isFinal() && (reopens || state.task() != null)) {
                flaws.add("final state that is left or has a task: " + state.id());
            }
            if (!state.isFinal() && type.actionsFrom(state.id()).stream().allMatch(CaseAction::stays)) {
                flaws.add("state without exit: " + state.id());
            }
            if (state.kind() == CaseState.Kind.OPEN && state.task() == null && state.process() == null) {
                flaws.add("open state without task: " + state.id());
            }
        }
    }

    private void action(CaseAction action) {
        String id = action.id();
        refer(id, "state", action.from(), states);
        if (action.from().isEmpty()) {
            flaws.add(id + ": no from-state");
        }
        if (action.to() != null) {
            refer(id, "state", Set.of(action.to()), states);
        }
        Set<String> actions = type.actions().stream().map(CaseAction::id).collect(Collectors.toSet());
        refer(id, "action", action.notPerformerOf(), actions);
        Set<String> clocks = type.clocks().stream().map(ClockSpec::id).collect(Collectors.toSet());
        refer(id, "clock", action.clocks().stream().map(ClockEffect::clock).toList(), clocks);
        refer(id, "clock", TermBlanks.clocks(action.consequence()), clocks);
        if (action.clocks().stream().map(ClockEffect::clock).distinct().count()
                < action.clocks().size()) {
            flaws.add(id + ": moves one clock twice");
        }
        if (id.startsWith(RESERVED)) {
            flaws.add(id + ": reserved name");
        }
        if (action.permission().isEmpty()) {
            flaws.add(id + ": no permission");
        }
        if (action.consequence().isEmpty()) {
            flaws.add(id + ": no consequence told");
        }
        if (action.performer() == CaseAction.Performer.HANDLER) {
            action.from().stream()
                    .filter(states::contains)
                    .filter(s -> type.state(s).task() == null && type.state(s).process() == null)
                    .forEach(s -> flaws.add(id + ": nobody holds a task in " + s));
        }
        boolean leavesTraces =
                !action.clocks().isEmpty() || !action.marks().isEmpty() || action.outcome() != null || action.stays();
        if (action.recallable() && (leavesTraces || endsCase(action))) {
            flaws.add(id + ": cannot be recallable, it moves clocks, milestones or ends the case");
        }
    }

    /** What is over stays over: it may only be noted (归档) or turn into another end (撤销), and no clock moves. */
    private boolean reopens(CaseAction action) {
        return !(action.stays() || endsCase(action)) || !action.clocks().isEmpty();
    }

    private boolean endsCase(CaseAction action) {
        String to = action.to();
        return to != null && states.contains(to) && type.state(to).isFinal();
    }

    private void refer(String action, String kind, Iterable<String> names, Set<String> known) {
        for (String name : names) {
            if (!known.contains(name)) {
                flaws.add(action + ": unknown " + kind + " " + name);
            }
        }
    }

    private void reachability() {
        Set<String> reached = new HashSet<>();
        Deque<String> ahead = new ArrayDeque<>(List.of(type.initial().id()));
        while (!ahead.isEmpty()) {
            String state = ahead.pop();
            if (reached.add(state)) {
                for (CaseAction action : type.actionsFrom(state)) {
                    if (action.to() != null) {
                        ahead.push(action.to());
                    }
                }
            }
        }
        states.stream()
                .filter(state -> !reached.contains(state))
                .sorted()
                .forEach(state -> flaws.add("unreachable state: " + state));
    }
}
