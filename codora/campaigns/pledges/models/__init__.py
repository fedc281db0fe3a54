from codora.campaigns.pledges.models.coalition import Coalition, CoalitionText
from codora.campaigns.pledges.models.pledge import Pledge, PledgeTarget
from codora.campaigns.pledges.models.report import ProgressReport
from codora.campaigns.pledges.models.values import Source, Standing, State, Unit

__all__ = [
    "Coalition",
    "CoalitionText",
    "Pledge",
    "PledgeTarget",
    "ProgressReport",
    "Source",
    "Standing",
    "State",
    "Unit",
]
