#!/usr/bin/env python3
"""Writes a corpus for measuring speed: news in JSON Lines, in sentences made for it, the same for the same seed.

    make_corpus.py ar 20 > ar.jsonl          Arabic, 20 MB of text
    make_corpus.py en 20 --seed 7 > en.jsonl
    make_corpus.py ar 20 --days 3650         published on any of ten years' days instead of one day
    make_corpus.py dates 20 | …              also: line, triggers, quotes, clitics (worst cases; line and quotes are one document)

An article has 6 to 20 sentences. One in three tells of something that happened, one in three of those says when; the others
describe, explain and comment, as most of a newspaper does.
"""
import argparse
import datetime
import json
import random
import sys

AR = {
    "who": ["وزير الخارجية المصري", "الرئيس الفرنسي", "رئيس الوزراء العراقي", "المتحدث باسم الحكومة", "الأمين العام للأمم المتحدة", "وزير الطاقة الجزائري"],
    "state": ["مصر", "الأردن", "تونس", "المغرب", "الكويت", "تركيا", "الهند", "إسبانيا", "البرازيل", "كينيا"],
    "city": ["القاهرة", "عمّان", "بيروت", "الرباط", "جنيف", "أنقرة", "الخرطوم", "نيروبي", "مدريد"],
    "when": ["يوم الثلاثاء", "أمس", "في 12 مارس 2019", "قبل أسبوعين", "عام 2014", "الشهر الماضي", "في الرابع من أيار/مايو"],
    "thing": ["المياه", "السكن", "القمح", "النقل", "التعليم", "الزيتون", "الكهرباء", "الصيد", "المتاحف", "الحدائق"],
    "trait": ["قديمة", "واسعة", "معقدة", "نادرة", "مألوفة", "بطيئة", "مكلفة", "جديدة"],
    "folk": ["المزارعون", "سكان الحي", "التجار", "الطلاب", "أصحاب المحال", "الآباء", "الباحثون"],
    "events": ["وقعت {state} و{state} اتفاقا للتعاون في مجال {thing} في {city}{when}.", "وصل {who} إلى {city}{when} على رأس وفد كبير.",
               "التقى {who} نظيره في {city}{when} وبحثا قضية {thing}.", "أعلن {who}{when} أن {state} ستزيد إنفاقها على {thing}.",
               "أدانت {state} الهجوم على {city}{when}.", "افتتح {who} معرضا عن {thing} في {city}{when}."],
    "plain": ["ويرى {folk} أن مسألة {thing} {trait} ولا تكفيها الوعود وحدها.", "تبدو الشوارع المحيطة بسوق {thing} {trait} في عيون {folk}، لكنها لا تخلو من الحياة.",
              "وليست العلاقة بين {thing} و{thing} {trait} كما يظن كثير من {folk}.", "يشكو {folk} من أن كلفة {thing} أعلى بكثير مما يستطيعون دفعه.",
              "أما {folk} فلهم في {thing} رأي آخر، إذ يعدونها مسألة {trait} تحتاج إلى صبر وإلى تخطيط بعيد النظر.",
              "ومن يعرف {city} يعرف أن {thing} فيها حكاية {trait} يتناقلها {folk} جيلا بعد جيل.", "ولا يخفي {folk} قلقهم من نقص {thing} ومن أثره في معيشتهم اليومية."],
    "join": " ",
}
EN = {
    "who": ["the Egyptian foreign minister", "the French president", "the prime minister of Iraq", "a government spokesman", "the UN secretary-general"],
    "state": ["Egypt", "Jordan", "Tunisia", "Morocco", "Kuwait", "Turkey", "India", "Spain", "Brazil", "Kenya"],
    "city": ["Cairo", "Amman", "Beirut", "Rabat", "Geneva", "Ankara", "Khartoum", "Nairobi", "Madrid"],
    "when": ["on Tuesday", "yesterday", "on 12 March 2019", "two weeks ago", "in 2014", "last month", "on May 4"],
    "thing": ["water", "housing", "wheat", "transport", "schooling", "olive oil", "electricity", "fishing", "museums", "parks"],
    "trait": ["old", "broad", "tangled", "rare", "familiar", "slow", "costly", "new"],
    "folk": ["farmers", "people of the quarter", "traders", "students", "shopkeepers", "parents", "scholars"],
    "events": ["Then {state} and {state} signed an agreement on {thing} in {city}{when}.", "Meanwhile {who} arrived in {city}{when} with a large delegation.",
               "In the morning {who} met his counterpart in {city}{when}.", "Later {who} announced{when} that {state} would spend more on {thing}.",
               "The government of {state} condemned the attack in {city}{when}.", "With some delay {who} opened an exhibition on {thing} in {city}{when}."],
    "plain": ["To most {folk} the question of {thing} is {trait}, and promises alone will not settle it.",
              "The streets around the market look {trait} to {folk}, though they are never quite empty.",
              "How {thing} and {thing} hang together is less {trait} than many {folk} would think.",
              "Among {folk} it is a common complaint that {thing} costs far more than they can afford.",
              "Anyone who knows {city} knows that {thing} is a {trait} story there, handed down among {folk}.",
              "As for {folk}, they see in {thing} a {trait} matter that needs patience and a long view."],
    "join": " ",
}


class Words(dict):
    """Fills a pattern: every {name} is drawn anew."""

    def __init__(self, tables, draw):
        super().__init__()
        self.tables, self.draw = tables, draw

    def __missing__(self, name):
        word = self.draw.choice(self.tables[name])
        if name != "when":
            return word
        return " " + word if self.draw.random() < 1 / 3 else ""


def article(tables, draw):
    sentences = []
    for _ in range(draw.randint(6, 20)):
        pattern = draw.choice(tables["events" if draw.random() < 1 / 3 else "plain"])
        sentences.append(pattern.format_map(Words(tables, draw)))
    paragraphs = [tables["join"].join(sentences[i:i + 3]) for i in range(0, len(sentences), 3)]
    return "\n\n".join(paragraphs)


def worst(kind, draw, size):
    """One text of about `size` bytes that is hard in one way."""
    if kind == "dates":
        return " ".join(f"{draw.randint(1, 28)}/{draw.randint(1, 12)}/{draw.randint(1950, 2020)}" for _ in range(size // 10))
    unit = {"triggers": "وقع وصل التقى أعلن ", "quotes": "قال «إنه قال «", "clitics": "وبالوالفبكوسيوللفلبال "}[kind]
    return unit * (size // len(unit.encode()))


def texts(kind, draw, size):
    if kind in ("ar", "en"):
        left = size
        while left > 0:
            text = article(AR if kind == "ar" else EN, draw)
            left -= len(text.encode())
            yield text
    elif kind == "line":
        yield " ".join(text.replace("\n\n", " ") for text in texts("ar", draw, size))
    elif kind == "quotes":
        yield worst(kind, draw, size)
    else:
        for _ in range(max(1, size // 1_000_000)):
            yield worst(kind, draw, min(size, 1_000_000))


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("kind", choices=["ar", "en", "line", "dates", "triggers", "quotes", "clitics"])
    options.add_argument("megabytes", type=float)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--days", type=int, default=1, help="articles are published on one of so many days, the last one 15 June 2020")
    chosen = options.parse_args()
    draw = random.Random(chosen.seed)
    draw_day = random.Random(chosen.seed)
    for number, text in enumerate(texts(chosen.kind, draw, int(chosen.megabytes * 1e6))):
        dct = datetime.date(2020, 6, 15) - datetime.timedelta(days=draw_day.randrange(chosen.days))
        json.dump({"id": f"{chosen.kind}-{number}", "dct": dct.isoformat(), "text": text}, sys.stdout, ensure_ascii=False)
        sys.stdout.write("\n")


if __name__ == "__main__":
    main()
