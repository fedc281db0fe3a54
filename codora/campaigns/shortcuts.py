"""What several views of campaigns begin with."""

from django.http import Http404

from codora.campaigns.queries import Board, CampaignCard


def card_or_404(board: Board, slug: str) -> CampaignCard:
    card = board.card(slug)
    if card is None:
        raise Http404
    return card
