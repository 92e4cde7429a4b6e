package cn.gov.jiyuan.platform.cases;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A kind of case (办理类型): its states, its one transition table and its clocks, as a value. A system publishes one as
 * a bean; engine, pages, documents and tests read the same table. A change that running cases could feel gets a new
 * version, published beside the old one: running cases keep theirs.
 */
public final class CaseType {
    private final String id;
    private final String name;
    private final int version;
    private final String initial;
    private final String readPermission;
    private final Map<String, CaseState> states;
    private final Map<String, CaseAction> actions;
    private final Map<String, ClockSpec> clocks;

    private CaseType(Builder builder) {
        id = builder.id;
        name = builder.name;
        version = builder.version;
        initial = builder.initial;
        readPermission = builder.readPermission;
        states = new LinkedHashMap<>(builder.states);
        actions = new LinkedHashMap<>(builder.actions);
        clocks = new LinkedHashMap<>(builder.clocks);
    }

    /**
     * @param id {@code <system>.<thing>}, {@code onestop.matter} for example
     * @param name Chinese name
     */
    public static Builder named(String id, String name, int version) {
        return new Builder(id, name, version);
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public int version() {
        return version;
    }

    /** State in which a case is opened. */
    public CaseState initial() {
        return state(initial);
    }

    /** Permission to read cases of this type. */
    public String readPermission() {
        return readPermission;
    }

    public CaseState state(String state) {
        CaseState found = states.get(state);
        if (found == null) {
            throw new IllegalArgumentException("No state " + state + " in " + id);
        }
        return found;
    }

    public Collection<CaseState> states() {
        return states.values();
    }

    public Optional<CaseAction> action(String action) {
        return Optional.ofNullable(actions.get(action));
    }

    public Collection<CaseAction> actions() {
        return actions.values();
    }

    public List<CaseAction> actionsFrom(String state) {
        return actions.values().stream().filter(a -> a.from().contains(state)).toList();
    }

    public Optional<ClockSpec> clock(String clock) {
        return Optional.ofNullable(clocks.get(clock));
    }

    public Collection<ClockSpec> clocks() {
        return clocks.values();
    }

    /** The table as a drawing: boxes and arrows. */
    public Drawing describe() {
        List<Drawing.Edge> edges = actions.values().stream()
                .flatMap(action -> action.from().stream().sorted().map(from -> Drawing.Edge.of(from, action)))
                .toList();
        return new Drawing(id, name, version, initial, List.copyOf(states.values()), edges);
    }

    /** States and arrows, for documents and pages. */
    public record Drawing(
            String id, String name, int version, String initial, List<CaseState> states, List<Edge> edges) {
        /** One arrow. */
        public record Edge(String from, String to, String action, String label, String performer) {
            static Edge of(String from, CaseAction action) {
                String to = action.to();
                return new Edge(
                        from,
                        to == null ? from : to,
                        action.id(),
                        action.label(),
                        action.performer().label());
            }
        }

        /** As a Mermaid state diagram. */
        public String mermaid() {
            StringBuilder text = new StringBuilder("stateDiagram-v2\n  [*] --> ").append(initial);
            for (CaseState state : states) {
                text.append("\n  ").append(state.id()).append(" : ").append(state.label());
                if (state.isFinal()) {
                    text.append("\n  ").append(state.id()).append(" --> [*]");
                }
            }
            for (Edge edge : edges) {
                text.append("\n  ").append(edge.from()).append(" --> ").append(edge.to());
                text.append(" : ")
                        .append(edge.label())
                        .append("（")
                        .append(edge.performer())
                        .append("）");
            }
            return text.append('\n').toString();
        }
    }

    /** Declares a case type; {@link #build()} refuses a table that does not hold together. */
    public static final class Builder {
        private final String id;
        private final String name;
        private final int version;
        private String initial = "";
        private String readPermission;
        private final Map<String, CaseState> states = new LinkedHashMap<>();
        private final Map<String, CaseAction> actions = new LinkedHashMap<>();
        private final Map<String, ClockSpec> clocks = new LinkedHashMap<>();

        private Builder(String id, String name, int version) {
            this.id = id;
            this.name = name;
            this.version = version;
            this.readPermission = id + ".read";
        }

        public Builder readPermission(String permission) {
            readPermission = permission;
            return this;
        }

        public Builder initial(String state) {
            initial = state;
            return this;
        }

        public Builder clock(String clock, String label, ClockSpec.Kind kind) {
            return clock(clock, label, kind, 0);
        }

        /** @param prolongations how often it may be prolonged */
        public Builder clock(String clock, String label, ClockSpec.Kind kind, int prolongations) {
            return put(clocks, clock, new ClockSpec(clock, label, kind, prolongations));
        }

        public Builder open(String state, String label, UnaryOperator<CaseState.Builder> details) {
            return state(state, label, CaseState.Kind.OPEN, details);
        }

        public Builder waiting(String state, String label, String party) {
            return waiting(state, label, party, s -> s);
        }

        public Builder waiting(String state, String label, String party, UnaryOperator<CaseState.Builder> details) {
            return state(state, label, CaseState.Kind.WAITING, s -> details.apply(s.waitingFor(party)));
        }

        public Builder finalState(String state, String label) {
            return state(state, label, CaseState.Kind.FINAL, s -> s);
        }

        private Builder state(
                String state, String label, CaseState.Kind kind, UnaryOperator<CaseState.Builder> details) {
            if (initial.isEmpty()) {
                initial = state;
            }
            return put(
                    states,
                    state,
                    details.apply(new CaseState.Builder(state, label, kind)).build());
        }

        public Builder action(String action, String label, UnaryOperator<CaseAction.Builder> details) {
            return put(
                    actions,
                    action,
                    details.apply(new CaseAction.Builder(action, label)).build());
        }

        private <T> Builder put(Map<String, T> map, String key, T value) {
            if (map.putIfAbsent(key, value) != null) {
                throw new IllegalArgumentException(id + ": declared twice: " + key);
            }
            return this;
        }

        /** @throws IllegalArgumentException naming every flaw of the table */
        public CaseType build() {
            CaseType type = new CaseType(this);
            List<String> flaws = CaseTypeCheck.flaws(type);
            if (!flaws.isEmpty()) {
                throw new IllegalArgumentException(id + ": " + String.join("; ", flaws));
            }
            return type;
        }
    }
}
