/*
 * What documents are made of: stations and all that a page says of them, as it was at one moment. The session fills it
 * from the workspace; it may be read from any thread.
 */
#pragma once

#include "yz-basemap.h"
#include "yz-goods-paper.h"
#include "yz-hours.h"
#include "yz-position.h"
#include "yz-print-language.h"

G_BEGIN_DECLS

/**
 * YzGuideLook:
 * @YZ_GUIDE_OPEN: at the hours that are printed
 * @YZ_GUIDE_ALL_DAY: round the clock, every day
 * @YZ_GUIDE_UNKNOWN: nobody has said when
 * @YZ_GUIDE_PAUSED: paused or put right, opens again
 * @YZ_GUIDE_PLANNED: not open yet
 * @YZ_GUIDE_OVER: merged or closed for good; only on change sheets and in ledgers
 *
 * The shape of a station's pin, and the word beside it.
 */
typedef enum
{
  YZ_GUIDE_OPEN,
  YZ_GUIDE_ALL_DAY,
  YZ_GUIDE_UNKNOWN,
  YZ_GUIDE_PAUSED,
  YZ_GUIDE_PLANNED,
  YZ_GUIDE_OVER,
} YzGuideLook;

typedef enum
{
  YZ_GUIDE_OFFERED,
  YZ_GUIDE_SERVICE_PAUSED,
  YZ_GUIDE_SERVICE_PLANNED,
} YzGuideOfferState;

/**
 * YzGuideService:
 * @code: "water"
 * @name: full name
 * @short_name: two or three characters
 * @name_en: for English pages; @name where none is known
 * @symbol: see yz_symbol_draw()
 *
 * A service of the catalogue.
 */
typedef struct
{
  char *code;
  char *name;
  char *short_name;
  char *name_en;
  char *symbol;
} YzGuideService;

/**
 * YzGuideOffer:
 * @service: belongs to the content
 * @state: whether there is such a service now
 */
typedef struct
{
  const YzGuideService *service;
  YzGuideOfferState state;
} YzGuideOffer;

/**
 * YzGuideClosure:
 * @first: civil date
 * @last: likewise, included
 * @text: what is other than usual, in the language of the page
 * @english: (nullable): the same in English, on pages in both languages
 *
 * Days on which a station is closed, or open at other hours.
 */
typedef struct
{
  char *first;
  char *last;
  char *text;
  char *english;
} YzGuideClosure;

typedef enum
{
  YZ_GUIDE_DAY_ORDINARY,
  YZ_GUIDE_DAY_HOLIDAY,
  YZ_GUIDE_DAY_WORKDAY, /* a shifted one (调休上班) */
} YzGuideDayKind;

/**
 * YzGuideDay:
 * @date: civil date
 * @kind: what the official calendar says of it
 * @lunar: (nullable): "腊月廿八", "除夕", "初一"; on English pages festivals only
 * @festival: (nullable): its English name, on pages in both languages
 * @bars: (nullable) (element-type YzHoursBar): when the station is open; %NULL where nobody knows, empty where it is
 *   shut
 * @usual: whether that is as on any ordinary day of its weekday
 *
 * A station on one day.
 */
typedef struct
{
  char *date;
  YzGuideDayKind kind;
  char *lunar;
  char *festival;
  GArray *bars;
  gboolean usual;
} YzGuideDay;

/**
 * YzGuideAspect:
 *
 * What may be other than in the edition before.
 */
typedef enum
{
  YZ_GUIDE_ASPECT_STATE,
  YZ_GUIDE_ASPECT_HOURS,
  YZ_GUIDE_ASPECT_ACCESS,
  YZ_GUIDE_ASPECT_SERVICES,
  YZ_GUIDE_ASPECT_PHONES,
  YZ_GUIDE_ASPECT_PLACE,
  YZ_GUIDE_ASPECT_NAME,
  YZ_GUIDE_N_ASPECTS,
} YzGuideAspect;

/**
 * YzGuideFact:
 * @group: "general", "place", "hours", "services", "contact", "attachments" or another: what belongs together
 * @title: what is told
 * @value: in words; "" where a file leaves room to write it
 */
typedef struct
{
  char *group;
  char *title;
  char *value;
} YzGuideFact;

/**
 * YzGuidePast:
 * @when: date and time of the office
 * @who: (nullable): who changed it
 * @what: a field, or what was done to the whole record
 * @before: (nullable): its value until then
 * @after: (nullable): and from then on
 */
typedef struct
{
  char *when;
  char *who;
  char *what;
  char *before;
  char *after;
} YzGuidePast;

/**
 * YzGuidePhoto:
 * @file: a JPEG or PNG
 * @caption: (nullable): what it shows, and when it was taken
 */
typedef struct
{
  GBytes *file;
  char *caption;
} YzGuidePhoto;

/**
 * YzGuideStation:
 * @id: of the record
 * @number: by which the guide calls it, 0 for none
 * @name: of the station
 * @district: (nullable)
 * @street: (nullable): street or town
 * @street_key: (nullable): bytes that compare as streets are looked for, by pinyin
 * @street_initial: the letter that they are looked for under; 0 for none
 * @name_key: (nullable): likewise of the name
 * @name_initial: likewise
 * @initials: (nullable): of the name, for searches: the letters that each character may begin with in pinyin, "s q y
 *   z" for 石桥驿站
 * @address: (nullable)
 * @access: (nullable): how to get in, a sentence in the language of the page
 * @phones: (nullable): as they are printed
 * @host: (nullable): the unit that gives the room
 * @state_note: (nullable): why it is paused and until when, in the language of the page
 * @hours: (nullable): %NULL while unknown
 * @ordinary: (nullable): the hours without what holds on certain dates only; what @week and @workday say is its own
 * @hours_lines: (nullable): the hours in natural language, a clause a line; %NULL while unknown. Chinese on pages in
 *   both languages
 * @english_hours: (nullable): the same in English, on pages in both languages
 * @week: (nullable) (element-type YzHoursBar): an ordinary week, %NULL while unknown
 * @workday: (nullable) (element-type YzHoursBar): those of Monday, for day bars
 * @closures: (element-type YzGuideClosure): those that end after the document's date
 * @facts: (element-type YzGuideFact): all that its record holds, for documents that want files, in their order there
 * @photos: (element-type YzGuidePhoto): all that it has, likewise
 * @history: (element-type YzGuidePast): the newest first, likewise
 * @personal: whether these tell personal data in full
 * @days: (element-type YzGuideDay): by date: the days that the document is about, the day after them, and the shifted
 *   workdays that go with them
 * @offers: (element-type YzGuideOffer): in the catalogue's order, without what is not possible
 * @look: its shape
 * @position: WGS-84, valid where @has_position
 * @has_position: whether its place is known
 * @photo: (nullable): a JPEG or PNG file
 * @key_area: in a key area
 * @smart: a smart station
 * @open_at_night: open at 23:00 on an ordinary weekday
 * @changed: not as in the edition before
 * @since: (nullable) (array fixed-size=YZ_GUIDE_N_ASPECTS): civil dates from which it is so, where that is known
 * @audiences: (nullable): whom it is for; everybody without it
 * @rating_page: (nullable): what the code at its door leads to; without it, its place on a map
 *
 * A station as pages show it.
 */
typedef struct
{
  char *id;
  guint number;
  char *name;
  char *district;
  char *street;
  GBytes *street_key;
  char street_initial;
  GBytes *name_key;
  char name_initial;
  char *initials;
  char *address;
  char *access;
  GStrv phones;
  char *host;
  char *state_note;
  YzHours *hours;
  YzHours *ordinary;
  GStrv hours_lines;
  char *english_hours;
  GArray *week;
  GArray *workday;
  GPtrArray *closures;
  GPtrArray *facts;
  GPtrArray *photos;
  GPtrArray *history;
  gboolean personal;
  GPtrArray *days;
  GPtrArray *offers;
  YzGuideLook look;
  YzPosition position;
  gboolean has_position;
  GBytes *photo;
  gboolean key_area;
  gboolean smart;
  gboolean open_at_night;
  gboolean changed;
  char *since[YZ_GUIDE_N_ASPECTS];
  GStrv audiences;
  char *rating_page;
} YzGuideStation;

/**
 * YzGuideContact:
 * @place: district or organisation
 * @name: who, or which office
 * @phone: to ring
 * @where: (nullable): place and time, in the language of the page
 */
typedef struct
{
  char *place;
  char *name;
  char *phone;
  char *where;
} YzGuideContact;

/**
 * YzGuideContent:
 * @language: of the pages
 * @area: what the document is about: a city, a district
 * @publisher: (nullable): the office that publishes it
 * @date: civil date of the data
 * @use_until: (nullable): civil date
 * @edition: its number; 0 for a draft
 * @edition_name: (nullable): "2026 年冬季版"
 * @hotline: "12351"
 * @first: (nullable): civil date, of the days that the document is about
 * @last: (nullable): likewise, included
 * @holiday: (nullable): what those days are called, in the language of the page
 * @holiday_en: (nullable): the same in English, on pages in both languages
 * @stations: (element-type YzGuideStation): by number, those without one by district and name
 * @neighbours: (nullable) (element-type YzGuideStation): where else one can go: all stations of the workspace, where
 *   @stations are only some of them
 * @services: (element-type YzGuideService): the catalogue
 * @contacts: (element-type YzGuideContact): mediators and other offices
 * @before: (nullable) (element-type YzGuideStation): the stations of the edition before
 * @before_edition: its number
 * @before_name: (nullable): its name
 * @basemap: (nullable): streets below the pins; without one, maps are plain paper
 * @attribution: (nullable): whose work the streets are
 * @printed: (nullable): when and by whom, "2026-01-10 09:30 周敏"; for documents that want files or goods
 * @goods: (nullable) (element-type YzGoodsPaper): for documents that want them: one for each stocktake, transfer,
 *   station or cabinet
 */
typedef struct
{
  gatomicrefcount ref_count;
  YzPrintLanguage language;
  char *area;
  char *publisher;
  char *date;
  char *use_until;
  guint edition;
  char *edition_name;
  char *hotline;
  char *first;
  char *last;
  char *holiday;
  char *holiday_en;
  GPtrArray *stations;
  GPtrArray *neighbours;
  GPtrArray *services;
  GPtrArray *contacts;
  GPtrArray *before;
  guint before_edition;
  char *before_name;
  YzBasemap *basemap;
  char *attribution;
  char *printed;
  GPtrArray *goods;
} YzGuideContent;

/**
 * yz_guide_content_new:
 *
 * Returns: (transfer full): empty content, to be filled before it is shared
 */
YzGuideContent *yz_guide_content_new (YzPrintLanguage language);

YzGuideContent *yz_guide_content_ref (YzGuideContent *self);
void            yz_guide_content_unref (YzGuideContent *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzGuideContent, yz_guide_content_unref)

/**
 * yz_guide_station_new:
 *
 * Returns: (transfer full): a station of which nothing is known
 */
YzGuideStation *yz_guide_station_new (const char *id, const char *name);
void            yz_guide_station_free (YzGuideStation *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzGuideStation, yz_guide_station_free)

void yz_guide_service_free (YzGuideService *self);
void yz_guide_closure_free (YzGuideClosure *self);
void yz_guide_day_free (YzGuideDay *self);
void yz_guide_fact_free (YzGuideFact *self);
void yz_guide_past_free (YzGuidePast *self);
void yz_guide_photo_free (YzGuidePhoto *self);
void yz_guide_contact_free (YzGuideContact *self);

/**
 * yz_guide_service_get_name:
 * @brief: the short word instead of the full name
 */
const char *yz_guide_service_get_name (const YzGuideService *self, YzPrintLanguage language, gboolean brief);

/**
 * yz_guide_service_dup_name:
 *
 * Returns: (transfer full): likewise; in both languages see yz_print_say_both()
 */
char *yz_guide_service_dup_name (const YzGuideService *self, YzPrintLanguage language, gboolean brief);

/**
 * yz_guide_station_offers:
 *
 * Returns: (transfer none) (nullable): what the station says of a service
 */
const YzGuideOffer *yz_guide_station_offers (const YzGuideStation *self, const YzGuideService *service);

/**
 * yz_guide_station_join_codes:
 *
 * Returns: (transfer full): the codes of the services that it offers now
 */
char *yz_guide_station_join_codes (const YzGuideStation *self, const char *separator);

/**
 * yz_guide_station_is_in:
 * @district: "" for stations without one
 */
gboolean yz_guide_station_is_in (const YzGuideStation *self, const char *district);

/**
 * yz_guide_content_dup_as_of:
 *
 * Returns: (transfer full): "资料截至 2026 年 1 月 10 日", see yz_print_say_both()
 */
char *yz_guide_content_dup_as_of (const YzGuideContent *self);

/**
 * yz_guide_content_list_districts:
 *
 * Returns: (transfer full) (element-type utf8): the districts in the order of their stations, "" for those without
 */
GPtrArray *yz_guide_content_list_districts (const YzGuideContent *self);

G_END_DECLS
