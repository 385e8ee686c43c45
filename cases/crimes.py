"""The crimes and the modes of liability of the Statute, article by article, in short words of our own.

Keys are as the Court prints them, without “article”: `8(2)(b)(xxvi)`, `25(3)(a)`. Source: articles 6, 7, 8, 8 bis, 25, 28
and 70 of the Statute, with the amendments to article 8 of 2010, 2017 and 2019. A part of the whole article may be named
where a decision names no more: `7(1)(g)`, `8(2)(e)`, `6`.
"""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

GENOCIDE = {
    "6": _("genocide"),
    "6(a)": _("genocide by killing"),
    "6(b)": _("genocide by causing serious bodily or mental harm"),
    "6(c)": _("genocide by inflicting conditions of life calculated to bring about physical destruction"),
    "6(d)": _("genocide by measures intended to prevent births"),
    "6(e)": _("genocide by forcibly transferring children"),
}

HUMANITY = {
    "7": _("crimes against humanity"),
    "7(1)(a)": _("murder"),
    "7(1)(b)": _("extermination"),
    "7(1)(c)": _("enslavement"),
    "7(1)(d)": _("deportation or forcible transfer of population"),
    "7(1)(e)": _("imprisonment or other severe deprivation of physical liberty"),
    "7(1)(f)": _("torture"),
    "7(1)(g)": _("rape, sexual slavery or other sexual violence"),
    "7(1)(h)": _("persecution"),
    "7(1)(i)": _("enforced disappearance of persons"),
    "7(1)(j)": _("apartheid"),
    "7(1)(k)": _("other inhumane acts"),
}

WAR = {
    "8": _("war crimes"),
    "8(2)(a)(i)": _("wilful killing"),
    "8(2)(a)(ii)": _("torture or inhuman treatment"),
    "8(2)(a)(iii)": _("wilfully causing great suffering or serious injury"),
    "8(2)(a)(iv)": _("extensive destruction and appropriation of property"),
    "8(2)(a)(v)": _("compelling service in hostile forces"),
    "8(2)(a)(vi)": _("wilfully depriving of a fair trial"),
    "8(2)(a)(vii)": _("unlawful deportation, transfer or confinement"),
    "8(2)(a)(viii)": _("taking of hostages"),
    "8(2)(b)(i)": _("attacking civilians"),
    "8(2)(b)(ii)": _("attacking civilian objects"),
    "8(2)(b)(iii)": _("attacking a humanitarian assistance or peacekeeping mission"),
    "8(2)(b)(iv)": _("attack causing excessive incidental death, injury or damage"),
    "8(2)(b)(v)": _("attacking undefended places"),
    "8(2)(b)(vi)": _("killing or wounding a person who has surrendered"),
    "8(2)(b)(vii)": _("improper use of flags, insignia or emblems"),
    "8(2)(b)(viii)": _("transfer of population into or out of occupied territory"),
    "8(2)(b)(ix)": _("attacking buildings dedicated to religion, education, art, science or charity, historic monuments or hospitals"),
    "8(2)(b)(x)": _("mutilation, or medical or scientific experiments"),
    "8(2)(b)(xi)": _("treacherous killing or wounding"),
    "8(2)(b)(xii)": _("declaring that no quarter will be given"),
    "8(2)(b)(xiii)": _("destroying or seizing the enemy’s property"),
    "8(2)(b)(xiv)": _("abolishing rights and actions of nationals of the hostile party"),
    "8(2)(b)(xv)": _("compelling participation in operations of war"),
    "8(2)(b)(xvi)": _("pillaging"),
    "8(2)(b)(xvii)": _("poison or poisoned weapons"),
    "8(2)(b)(xviii)": _("asphyxiating or poisonous gases"),
    "8(2)(b)(xix)": _("bullets that expand or flatten"),
    "8(2)(b)(xx)": _("weapons that cause superfluous injury"),
    "8(2)(b)(xxi)": _("outrages upon personal dignity"),
    "8(2)(b)(xxii)": _("rape, sexual slavery or other sexual violence"),
    "8(2)(b)(xxiii)": _("use of human shields"),
    "8(2)(b)(xxiv)": _("attacking objects or persons that use the distinctive emblems"),
    "8(2)(b)(xxv)": _("starvation of civilians as a method of warfare"),
    "8(2)(b)(xxvi)": _("conscripting, enlisting or using children under fifteen"),
    "8(2)(b)(xxvii)": _("biological weapons"),
    "8(2)(b)(xxviii)": _("weapons that injure by fragments not detectable by X-rays"),
    "8(2)(b)(xxix)": _("blinding laser weapons"),
    "8(2)(c)(i)": _("violence to life and person: murder, mutilation, cruel treatment or torture"),
    "8(2)(c)(ii)": _("outrages upon personal dignity"),
    "8(2)(c)(iii)": _("taking of hostages"),
    "8(2)(c)(iv)": _("sentencing or execution without due process"),
    "8(2)(e)(i)": _("attacking civilians"),
    "8(2)(e)(ii)": _("attacking objects or persons that use the distinctive emblems"),
    "8(2)(e)(iii)": _("attacking a humanitarian assistance or peacekeeping mission"),
    "8(2)(e)(iv)": _("attacking buildings dedicated to religion, education, art, science or charity, historic monuments or hospitals"),
    "8(2)(e)(v)": _("pillaging"),
    "8(2)(e)(vi)": _("rape, sexual slavery or other sexual violence"),
    "8(2)(e)(vii)": _("conscripting, enlisting or using children under fifteen"),
    "8(2)(e)(viii)": _("displacing civilians"),
    "8(2)(e)(ix)": _("treacherous killing or wounding"),
    "8(2)(e)(x)": _("declaring that no quarter will be given"),
    "8(2)(e)(xi)": _("mutilation, or medical or scientific experiments"),
    "8(2)(e)(xii)": _("destroying or seizing the adversary’s property"),
    "8(2)(e)(xiii)": _("poison or poisoned weapons"),
    "8(2)(e)(xiv)": _("asphyxiating or poisonous gases"),
    "8(2)(e)(xv)": _("bullets that expand or flatten"),
    "8(2)(e)(xvi)": _("biological weapons"),
    "8(2)(e)(xvii)": _("weapons that injure by fragments not detectable by X-rays"),
    "8(2)(e)(xviii)": _("blinding laser weapons"),
    "8(2)(e)(xix)": _("starvation of civilians as a method of warfare"),
}

AGGRESSION = {"8 bis": _("crime of aggression")}

JUSTICE = {
    "70(1)(a)": _("giving false testimony"),
    "70(1)(b)": _("presenting evidence known to be false or forged"),
    "70(1)(c)": _("corruptly influencing a witness, or interfering with evidence"),
    "70(1)(d)": _("impeding, intimidating or corruptly influencing an official of the Court"),
    "70(1)(e)": _("retaliating against an official of the Court"),
    "70(1)(f)": _("soliciting or accepting a bribe as an official of the Court"),
}

CRIMES = {**GENOCIDE, **HUMANITY, **WAR, **AGGRESSION, **JUSTICE}

FAMILIES = (
    (GENOCIDE, _("Genocide (article 6)")),
    (HUMANITY, _("Crimes against humanity (article 7)")),
    (WAR, _("War crimes (article 8)")),
    (AGGRESSION, _("Crime of aggression (article 8 bis)")),
    (JUSTICE, _("Offences against the administration of justice (article 70)")),
)

LIABILITY = {
    "25(3)(a)": _("committing the crime as an individual, jointly with or through another person"),
    "25(3)(b)": _("ordering, soliciting or inducing"),
    "25(3)(c)": _("aiding, abetting or otherwise assisting"),
    "25(3)(d)": _("contributing to a crime of a group acting with a common purpose"),
    "25(3)(d)(i)": _("contributing with the aim of furthering the criminal activity of the group"),
    "25(3)(d)(ii)": _("contributing in the knowledge of the intention of the group"),
    "25(3)(e)": _("directly and publicly inciting others to commit genocide"),
    "25(3)(f)": _("attempting to commit the crime"),
    "28": _("responsibility of commanders and other superiors"),
    "28(a)": _("responsibility of a military commander"),
    "28(b)": _("responsibility of a superior"),
}

_ORDER = {article: place for place, article in enumerate((*CRIMES, *LIABILITY))}


def place(article):
    """Sorts articles in the order of the Statute."""
    return _ORDER.get(article, len(_ORDER)), article


def must_be_a_crime(article):
    """Validator of one article of a charge."""
    _must_be_of(
        CRIMES, article, _("“%(article)s” is no crime of the Statute: write its article as the Court does, such as 7(1)(a) or 8(2)(b)(xxvi).")
    )


def must_be_a_liability(article):
    """Validator of one mode of liability."""
    _must_be_of(LIABILITY, article, _("“%(article)s” is no mode of liability of the Statute: write its article, such as 25(3)(a) or 28(b)."))


def _must_be_of(known, article, message):
    if article not in known:
        raise ValidationError(message, params={"article": article}, code="not_an_article")
