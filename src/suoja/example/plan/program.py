"""An integer program, built column by column and solved by HiGHS."""

import highspy

# One thread and one seed: the same program has the same answer on every machine.
_OPTIONS = {"output_flag": False, "threads": 1, "random_seed": 7, "mip_rel_gap": 0.02}


class UnreachableError(ValueError):
    """These targets cannot be met together from what was drawn."""


class Program:
    """Columns are whole numbers from zero to a limit; their cost is made as small as can be."""

    def __init__(self) -> None:
        self._costs: list[float] = []
        self._limits: list[float] = []
        self._lows: list[float] = []
        self._highs: list[float] = []
        self._starts: list[int] = []
        self._indices: list[int] = []
        self._values: list[float] = []

    def column(self, *, cost: float, limit: int) -> int:
        """Add a column and return its number."""
        self._costs.append(cost)
        self._limits.append(limit)
        return len(self._costs) - 1

    def row(self, entries: dict[int, float], *, low: float, high: float) -> None:
        """Keep the weighted sum of the columns between `low` and `high`."""
        self._starts.append(len(self._indices))
        self._indices.extend(entries)
        self._values.extend(entries.values())
        self._lows.append(low)
        self._highs.append(high)

    def solve(self) -> list[int]:
        """Return the value of each column."""
        solver = highspy.Highs()
        for name, value in _OPTIONS.items():
            solver.setOptionValue(name, value)
        solver.passModel(self._model())
        solver.run()
        if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            raise UnreachableError(f"The program has no answer: {solver.getModelStatus()}.")
        return [round(value) for value in solver.getSolution().col_value]

    def _model(self) -> highspy.HighsLp:
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = len(self._costs), len(self._lows)
        model.col_cost_, model.col_upper_ = self._costs, self._limits
        model.col_lower_ = [0.0] * len(self._costs)
        model.row_lower_, model.row_upper_ = self._lows, self._highs
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = [*self._starts, len(self._indices)]
        model.a_matrix_.index_, model.a_matrix_.value_ = self._indices, self._values
        model.integrality_ = [highspy.HighsVarType.kInteger] * len(self._costs)
        return model
