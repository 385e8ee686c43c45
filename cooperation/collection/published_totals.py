"""Numbers that the Court, the Assembly and others have published."""

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from cases.collection.columns import DOCUMENT, SLUG
from cooperation import filters
from cooperation.models import PublishedTotal, TotalOf
from record.collection import Collection, Column, Moment, register


def _say_total(total):
    return _t("%(what)s: %(figure)s, by the count of %(whom)s") % {
        "what": total.get_measure_display(), "figure": total.figure, "whom": total.published_by
    }  # fmt: skip


PUBLISHED_TOTALS = register(
    Collection(
        name="published-totals",
        model=PublishedTotal,
        filterset=filters.PublishedTotalFilterSet,
        label=_("Published totals"),
        kicker=_("How we know"),
        intro=_("What the Court, the Assembly and others have counted themselves, day by day. The methodology page sets these numbers beside ours."),
        columns=(
            SLUG,
            Column("measure", _("What is counted"), _("In the words of this record."), kind="choice", choices=TotalOf.choices, required=True),
            Column("as_of", _("On"), _("The day for which the number is given."), kind="day", required=True),
            Column("figure", _("Number"), _("As published."), kind="amount", required=True),
            Column("published_by", _("Published by"), _("The body that counted."), required=True),
            DOCUMENT,
            Column("counted", _("How it is counted"), _("The publisher's definition, in our words."), listed=False),
            Column(
                "explained",
                _("Difference explained"),
                _("By how much this record counts more (with a minus, less), where it is known why."),
                kind="signed",
                listed=False,
                absent=_("none to be explained"),
            ),
            Column("because", _("Why it differs"), _("The reason for the difference."), listed=False, absent=_("none to be explained")),
        ),
        order=("-as_of",),
        facets=("measure", "published_by"),
        moments=(Moment("as_of", _say_total, news=False),),
        method=_(
            "From yearly reports of the Court to the United Nations, its fact sheets, press releases and documents of the Assembly. What a publisher counts is seldom defined; where it is not clear, the difference to ours is explained as far as it can be."
        ),
    )
)
