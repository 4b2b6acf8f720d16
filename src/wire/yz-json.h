/*
 * JSON in and out. Reading is guarded: a strict scan comes before the parser, because json-glib 1.6 overflows the
 * stack on deep nesting and takes octal numbers, comments and infinities for JSON.
 */
#pragma once

#include "yz-field.h"

G_BEGIN_DECLS

/**
 * YzJsonError:
 * @YZ_JSON_ERROR_SYNTAX: not JSON (RFC 8259), or not UTF-8
 * @YZ_JSON_ERROR_LIMIT: too long or nested too deep
 * @YZ_JSON_ERROR_TYPE: JSON, but not what was expected in that place
 * @YZ_JSON_ERROR_RANGE: a number that cannot be held
 */
typedef enum
{
  YZ_JSON_ERROR_SYNTAX,
  YZ_JSON_ERROR_LIMIT,
  YZ_JSON_ERROR_TYPE,
  YZ_JSON_ERROR_RANGE,
} YzJsonError;

#define YZ_JSON_ERROR (yz_json_error_quark ())
GQuark yz_json_error_quark (void);

/* Nothing that the program reads is longer or nested deeper. */
#define YZ_JSON_MAX_LENGTH (64 * 1024 * 1024)
#define YZ_JSON_MAX_DEPTH 32

/**
 * yz_json_scan:
 * @length: of @text in bytes, -1 if it ends with a zero byte
 *
 * Checks that @text is one JSON value (RFC 8259) in UTF-8 within the limits above, every number finite and every
 * integer within 64 bit.
 *
 * Returns: %FALSE with a %YZ_JSON_ERROR that names the byte
 */
gboolean yz_json_scan (const char *text, gssize length, GError **error);

/* Writing. Text is appended to a #GString: most of what is written is small and written often. */

/**
 * yz_json_append_string:
 * @text: UTF-8
 *
 * Appends @text in quotes, with what JSON wants escaped.
 */
void yz_json_append_string (GString *out, const char *text);

/**
 * yz_json_append_real:
 *
 * Appends the shortest number that reads back as @number; null for what is not finite.
 */
void yz_json_append_real (GString *out, double number);

/**
 * yz_json_append_value:
 * @value: (nullable): of the type of any field; %NULL is null
 */
void yz_json_append_value (GString *out, GVariant *value);

/* Reading */

/* A parsed value: json-glib's node, which only this room knows. */
typedef struct _JsonNode YzJson;

/**
 * yz_json_parse:
 * @length: of @text in bytes, -1 if it ends with a zero byte
 *
 * Returns: (transfer full) (nullable): the value, or %NULL with a %YZ_JSON_ERROR
 */
YzJson *yz_json_parse (const char *text, gssize length, GError **error);
void    yz_json_free (YzJson *json);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzJson, yz_json_free)

/**
 * yz_json_get_member:
 *
 * Returns: (transfer none) (nullable): the member of that name, %NULL if there is none or @json is no object
 */
YzJson *yz_json_get_member (YzJson *json, const char *name);

/**
 * yz_json_get_element:
 *
 * Returns: (transfer none) (nullable): the element, %NULL beyond the end or if @json is no array
 */
YzJson *yz_json_get_element (YzJson *json, guint index);

/**
 * yz_json_get_length:
 *
 * Returns: the length of an array, otherwise 0
 */
guint yz_json_get_length (YzJson *json);

/**
 * yz_json_list_members:
 *
 * Returns: (transfer full): the names of the members of an object in the order of the text; empty for anything else
 */
char **yz_json_list_members (YzJson *json);

/**
 * yz_json_dup_text:
 *
 * For lists of others, who write a number as a text, or a text as a number.
 *
 * Returns: (transfer full): a text as it is, a number, true or false as they are written; "" for anything else
 */
char *yz_json_dup_text (YzJson *json);

/**
 * yz_json_read_value:
 * @value: (out) (transfer full) (nullable): a full reference, %NULL for null
 *
 * Reads a value of @field. Only its type is checked; whether the field may hold it is for yz_field_check().
 *
 * Returns: %FALSE with a %YZ_JSON_ERROR
 */
gboolean yz_json_read_value (YzJson *json, const YzField *field, GVariant **value, GError **error);

G_END_DECLS
