"""From a spec to what is hidden, with the proof. Fail closed: nothing unproven comes out."""

from collections.abc import Callable, Collection, Iterator

from suoja.statistics.disclose.data import Data
from suoja.statistics.disclose.earlier import Earlier
from suoja.statistics.disclose.hierarchy import hierarchies
from suoja.statistics.disclose.knowledge import Knowledge, know
from suoja.statistics.disclose.outcome import Exposed, Outcome
from suoja.statistics.disclose.pool import Pool, pools
from suoja.statistics.disclose.population import Population, populate
from suoja.statistics.disclose.problem import build, used_variables
from suoja.statistics.disclose.spec import Spec
from suoja.statistics.disclose.words import counted
from suoja.statistics.disclosure import Threshold, Unprotectable, protect, prove

Tell = Callable[[str], None]


def protect_data(spec: Spec, data: Data, earlier: Collection[Earlier], tell: Tell) -> Outcome:
    """Hide what must be hidden and prove it. Raise Fault, and Exposed if it cannot be proven."""
    population = populate(data, spec, hierarchies(spec.variables, data))
    knowledge = know(earlier, population)
    at_risk = _given_away(spec, population, knowledge)
    for pool in () if at_risk else _pools(spec, population, knowledge):
        try:
            outcome = _protected(spec, population, knowledge, pool, tell)
        except Unprotectable as reason:
            at_risk = [_words([name], population, knowledge) for name in reason.names]
        else:
            at_risk = _unproven(outcome)
            if not at_risk:
                return outcome
        groups = counted(len(at_risk), "small group")
        tell(f"{groups} not protected yet: trying more combinations")
    raise Exposed(at_risk)


def _given_away(spec: Spec, population: Population, knowledge: Knowledge) -> list[str]:
    """Return the small cells that an earlier file shows."""
    told = knowledge.told.items()
    small = [name for name, count in told if count < spec.threshold]
    return [f"{_words([name], population, knowledge)} (published before)" for name in small]


def _unproven(outcome: Outcome) -> list[str]:
    proof = outcome.proof
    groups = [_words(group, outcome.population, outcome.knowledge) for group in proof.at_risk]
    return [*groups, *proof.faults]


def _words(names: Collection[object], population: Population, knowledge: Knowledge) -> str:
    return " + ".join(", ".join(knowledge.words(name, population)) for name in names)


def _pools(spec: Spec, population: Population, knowledge: Knowledge) -> Iterator[Pool]:
    tables = [spec.positions(wanted.by) for wanted in spec.tables]
    try:
        yield from pools(population, used_variables(spec, knowledge), tables, knowledge)
    except OverflowError as error:
        sentence = f"{error} Use fewer variables in all tables together, or coarser levels."
        raise spec.places.fault(sentence, "tables") from error


def _protected(
    spec: Spec, population: Population, knowledge: Knowledge, pool: Pool, tell: Tell
) -> Outcome:
    problem = build(spec, population, knowledge, pool)
    cells = sum(len(board.table.values) for board in problem.boards)
    tell(f"protecting {counted(cells, 'cell')} of {counted(len(problem.boards), 'table')}")
    policy, tables = Threshold(spec.threshold), problem.tables
    protected = protect(tables, policy, links=problem.links, facts=problem.facts)
    tell("proving that nothing can be worked out")
    proof = prove(tables, policy, protected, links=problem.links, facts=problem.facts)
    return Outcome(spec, knowledge, problem, protected, proof)
