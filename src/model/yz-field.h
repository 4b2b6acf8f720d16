/*
 * A field of a record kind. The table of a kind's fields is the only place where they are listed: properties,
 * SQLite columns, JSON members, import and export columns, form rows, validation and merging all come from it.
 */
#pragma once

#include <glib-object.h>

#include "yz-model-error.h"

G_BEGIN_DECLS

/**
 * YzFieldType:
 *
 * How a field is held in memory (the #GVariant type), in SQLite and in JSON. An empty field is %NULL everywhere:
 * "not known" is never 0, "" or a default.
 *
 * @YZ_FIELD_TEXT: one line; "s", TEXT, string
 * @YZ_FIELD_NOTE: several lines; as @YZ_FIELD_TEXT
 * @YZ_FIELD_CHOICE: the nick of one of the field's choices; as @YZ_FIELD_TEXT
 * @YZ_FIELD_INTEGER: "x", INTEGER, number
 * @YZ_FIELD_REAL: "d", REAL, number
 * @YZ_FIELD_BOOLEAN: "b", INTEGER 0 or 1, true or false
 * @YZ_FIELD_MONEY: fen; "x", INTEGER, number
 * @YZ_FIELD_DATE: a civil date "2026-11-20"; "s", TEXT, string
 * @YZ_FIELD_TIME: an instant in milliseconds since 1970-01-01T00:00Z; "x", INTEGER, number
 * @YZ_FIELD_REF: the id of a record of kind @ref_kind; "s", TEXT, string
 * @YZ_FIELD_LIST: ordered texts; "as", TEXT with a JSON array, array of strings
 * @YZ_FIELD_MAP: key → (choice, since), the keys being codes of @ref_kind, the choices those of the field, since
 *   a civil date or ""; "a{s(ss)}" with ascending keys, TEXT with a JSON object,
 *   object of objects {"state", "since"}
 */
typedef enum
{
  YZ_FIELD_TEXT,
  YZ_FIELD_NOTE,
  YZ_FIELD_CHOICE,
  YZ_FIELD_INTEGER,
  YZ_FIELD_REAL,
  YZ_FIELD_BOOLEAN,
  YZ_FIELD_MONEY,
  YZ_FIELD_DATE,
  YZ_FIELD_TIME,
  YZ_FIELD_REF,
  YZ_FIELD_LIST,
  YZ_FIELD_MAP,
} YzFieldType;

/**
 * YzFieldFlags:
 * @YZ_FIELD_REQUIRED: a record without it is refused
 * @YZ_FIELD_SEARCHED: its text is found by search
 * @YZ_FIELD_PHONETIC: it is found by pinyin and initials too; goes with @YZ_FIELD_SEARCHED
 * @YZ_FIELD_PERSONAL: masked on screen and in exports unless revealed
 * @YZ_FIELD_INDEXED: records are looked up by it
 * @YZ_FIELD_INTERNAL: kept by the program: not in forms, imports and exports
 * @YZ_FIELD_HOURS: an opening_hours value, shown in words
 * @YZ_FIELD_UNIQUE: no two records outside the trash share a value; goes with @YZ_FIELD_INDEXED
 * @YZ_FIELD_LISTED: it is short, and long lists are filtered and sorted by it
 * @YZ_FIELD_SYMBOL: the name of a symbolic icon, shown as the picture and chosen among pictures
 */
typedef enum
{
  YZ_FIELD_REQUIRED = 1 << 0,
  YZ_FIELD_SEARCHED = 1 << 1,
  YZ_FIELD_PHONETIC = 1 << 2,
  YZ_FIELD_PERSONAL = 1 << 3,
  YZ_FIELD_INDEXED = 1 << 4,
  YZ_FIELD_INTERNAL = 1 << 5,
  YZ_FIELD_UNIQUE = 1 << 6,
  YZ_FIELD_HOURS = 1 << 7,
  YZ_FIELD_LISTED = 1 << 8,
  YZ_FIELD_SYMBOL = 1 << 9,
} YzFieldFlags;

/**
 * YzMergePolicy:
 *
 * What happens when two desks changed the same field (or field group) without knowing of each other.
 *
 * @YZ_MERGE_FIELD: the later arrival is applied, the other value is kept in the inbox
 * @YZ_MERGE_ELEMENTS: lists and maps: merged element by element
 * @YZ_MERGE_NEVER: the whole record is refused: money, quotas, codes, the organisation tree
 */
typedef enum
{
  YZ_MERGE_FIELD,
  YZ_MERGE_ELEMENTS,
  YZ_MERGE_NEVER,
} YzMergePolicy;

/**
 * YzChoice:
 * @nick: as stored and in JSON
 * @title: msgid of the word on screen
 * @synonyms: (nullable): other words for it in lists, separated by "|"
 */
typedef struct
{
  const char *nick;
  const char *title;
  const char *synonyms;
} YzChoice;

/**
 * YzField:
 * @name: column, JSON member, property and import key; lower case with underscores
 * @title: msgid
 * @flags: see #YzFieldFlags
 * @synonyms: (nullable): headings that mean this field, in Chinese and English, separated by "|"
 * @unit: (nullable): msgid of the unit of numbers; symbols such as "m²" need no translation
 * @group: (nullable): fields of one group change and merge together; also the heading in forms
 * @choices: (nullable): of CHOICE and MAP fields, ended by a choice without nick
 * @ref_kind: (nullable): kind whose id (REF) or code (MAP) is meant
 * @initial: (nullable): the text that a new record starts with
 * @minimum, @maximum: limits of numbers, both ends allowed; no limits where both are 0
 * @merge: see #YzMergePolicy
 */
typedef struct
{
  const char *name;
  YzFieldType type;
  const char *title;
  YzFieldFlags flags;
  const char *synonyms;
  const char *unit;
  const char *group;
  const YzChoice *choices;
  const char *ref_kind;
  const char *initial;
  double minimum;
  double maximum;
  YzMergePolicy merge;
} YzField;

/**
 * yz_field_get_variant_type:
 *
 * Returns: (transfer none): the type of the field's values in memory
 */
const GVariantType *yz_field_get_variant_type (const YzField *field);

/**
 * yz_field_holds_phones:
 *
 * Returns: whether the values of @field are telephone numbers
 */
gboolean yz_field_holds_phones (const YzField *field);

/**
 * yz_field_get_unit:
 *
 * Returns: (transfer none) (nullable): the unit as shown
 */
const char *yz_field_get_unit (const YzField *field);

/**
 * yz_field_find_choice:
 * @text: a nick, a title (in English or as translated) or a synonym, in any width or case
 *
 * Returns: (transfer none) (nullable): the choice
 */
const YzChoice *yz_field_find_choice (const YzField *field, const char *text);

/**
 * yz_field_get_choice:
 * @nick: (nullable): exactly as stored
 *
 * Returns: (transfer none) (nullable): the choice
 */
const YzChoice *yz_field_get_choice (const YzField *field, const char *nick);

/**
 * yz_field_check:
 * @value: (nullable): of any type
 *
 * Checks @value alone: its type, limits, choices, form of dates and ids. Whether a required field may be empty
 * is a question to the record.
 *
 * Returns: %FALSE with a %YZ_MODEL_ERROR if @field cannot hold @value
 */
gboolean yz_field_check (const YzField *field, GVariant *value, GError **error);

/**
 * yz_field_parse:
 * @text: what a person or a file wrote; spaces around it do not count
 * @value: (out) (transfer full) (nullable): a full reference, %NULL for an empty text
 *
 * Reads @text as a value: numbers in any width ("１２.5") and with their unit, as declared or as shown ("12 m²"),
 * yes and no in Chinese and English, dates as 2026-11-20, 2026/11/20, 2026.11.20, 20261120, 2026年11月20日 or an
 * ISO 8601 instant (which is converted to the civil date in Asia/Shanghai), choices by nick, title or synonym, lists
 * split at ; 、 and new lines, maps as "code", "code:state" or "code:state:since" split the same way, money as yuan
 * ("12.50").
 *
 * Returns: %FALSE with a %YZ_MODEL_ERROR
 */
gboolean yz_field_parse (const YzField *field, const char *text, GVariant **value, GError **error);

/**
 * yz_field_format:
 * @value: (nullable): a value of @field
 *
 * The plain text of a value, that yz_field_parse() reads back: for spreadsheets, the command line and history.
 * Choices are written as their translated title, "" where @value is %NULL.
 *
 * Returns: (transfer full): never %NULL
 */
char *yz_field_format (const YzField *field, GVariant *value);

/**
 * yz_field_equal:
 *
 * Returns: whether two values, each possibly %NULL, are the same
 */
gboolean yz_field_equal (GVariant *a, GVariant *b);

G_END_DECLS
