#include "yz-json.h"
#include "yz-kinds.h"

#include <math.h>
#include <string.h>

static void
test_valid (void)
{
  static const char *const texts[] = {
    "{}",
    "[]",
    "null",
    " true ",
    "-0.5e+3",
    "\"塘\\u5858\\ud83d\\ude00\\n\"",
    "[1, [2, {\"a\": [null]}], \"x\"]",
    "9223372036854775807",
    "-9223372036854775808",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (YzJson) json = yz_json_parse (texts[i], -1, &error);

      g_assert_no_error (error);
      g_assert_nonnull (json);
    }
}

static void
assert_refused (const char *text, gssize length, YzJsonError code)
{
  g_autoptr (GError) error = NULL;
  /* not everything here is text, and what reads our output expects text */
  g_autofree char *shown = g_utf8_make_valid (text, (gssize) MIN (strlen (text), 80));

  g_test_message ("%s", shown);
  g_assert_null (yz_json_parse (text, length, &error));
  g_assert_error (error, YZ_JSON_ERROR, (gint) code);
}

static void
test_refused (void)
{
  static const char *const texts[] = {
    "",      "  ",        "{",         "[1,]",    "{\"a\":1,}", "{a:1}",       "{'a':1}",     "[1 2]",
    "[1]]",  "01",        "+1",        "1.",      ".5",         "0x10",        "1e",          "nul",
    "truee", "// x\n1",   "/* x */ 1", "\"\\x\"", "\"a\nb\"",   "\"\\ud83d\"", "\"\\u0000\"", "\"",
    "\"\\",  "[\"a\":1]", "{\"a\"}",   "NaN",     "Infinity",   "-",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_refused (texts[i], -1, YZ_JSON_ERROR_SYNTAX);
  assert_refused ("\"\xff\"", -1, YZ_JSON_ERROR_SYNTAX);
  assert_refused ("[1]\0", 4, YZ_JSON_ERROR_SYNTAX);
  assert_refused ("1e999", -1, YZ_JSON_ERROR_RANGE);
  assert_refused ("9223372036854775808", -1, YZ_JSON_ERROR_RANGE);
}

static void
test_depth (void)
{
  g_autofree char *deepest = g_strconcat ("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]", NULL);
  g_autofree char *deeper = g_strconcat ("[", deepest, "]", NULL);

  g_assert_true (yz_json_scan (deepest, -1, NULL));
  assert_refused (deeper, -1, YZ_JSON_ERROR_LIMIT);
}

static char *
repeat (const char *text, guint n)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (all, text);
  return g_string_free (all, FALSE);
}

/* What overflows the stack of a parser that was not asked to guard itself. */
static void
test_hostile_depth (void)
{
  g_autofree char *arrays = repeat ("[", 75000);
  g_autofree char *closing = repeat ("]", 75000);
  g_autofree char *closed = g_strconcat (arrays, closing, NULL);
  g_autofree char *objects = repeat ("{\"a\":", 75000);
  g_autofree char *mixed = repeat ("[{\"a\":", 75000);
  g_autofree char *ends = repeat ("]}", 75000);

  assert_refused (arrays, -1, YZ_JSON_ERROR_LIMIT);
  assert_refused (closed, -1, YZ_JSON_ERROR_LIMIT);
  assert_refused (objects, -1, YZ_JSON_ERROR_LIMIT);
  assert_refused (mixed, -1, YZ_JSON_ERROR_LIMIT);
  assert_refused (ends, -1, YZ_JSON_ERROR_SYNTAX);
}

static void
test_hostile_numbers (void)
{
  static const char *const too_large[] = {
    "1e999", "-1e999", "[1E+400]", "{\"a\": 1.8e308}", "-9223372036854775809", "18446744073709551616"
  };
  static const char *const harmless[] = { "1e-999", "-0", "0e999", "1.7976931348623157e308" };
  g_autofree char *digits = g_strnfill (100000, '9');

  for (guint i = 0; i < G_N_ELEMENTS (too_large); i++)
    assert_refused (too_large[i], -1, YZ_JSON_ERROR_RANGE);
  assert_refused (digits, -1, YZ_JSON_ERROR_RANGE);
  for (guint i = 0; i < G_N_ELEMENTS (harmless); i++)
    g_assert_true (yz_json_scan (harmless[i], -1, NULL));
}

/* Overlong forms, surrogates and what lies beyond Unicode are no UTF-8; a zero byte is no white space. */
static void
test_hostile_bytes (void)
{
  static const char *const texts[] = {
    "\"\xc0\xaf\"",   "\"\xed\xa0\x80\"",   "\"\xf4\x90\x80\x80\"", "\"\xe5\xa1\"", "\"\x80\"",
    "\xef\xbb\xbf{}", "\"\\ude00\\ud83d\"", "\"\\ud83d\\u0041\"",   "\"\\u12\"",    "\"\\u12g4\"",
    "\"\x1f\"",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_refused (texts[i], -1, YZ_JSON_ERROR_SYNTAX);
  assert_refused ("[1\0]", 4, YZ_JSON_ERROR_SYNTAX);
  assert_refused ("\"a\0b\"", 5, YZ_JSON_ERROR_SYNTAX);
  assert_refused ("\0{}", 3, YZ_JSON_ERROR_SYNTAX);
}

static void
test_hostile_length (void)
{
  g_autofree char *blanks = g_strnfill (YZ_JSON_MAX_LENGTH + 1, ' ');

  assert_refused (blanks, YZ_JSON_MAX_LENGTH + 1, YZ_JSON_ERROR_LIMIT);
}

static const YzField *
find_field (const char *name)
{
  return yz_kind_find_field (&yz_station_kind, name);
}

/* RFC 8259 leaves it open; here the last one counts, on every computer alike. */
static void
test_duplicate_members (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzJson) json = yz_json_parse ("{\"name\": \"甲\", \"na\\u006de\": \"乙\"}", -1, &error);
  g_autoptr (GVariant) value = NULL;

  g_assert_no_error (error);
  g_assert_true (yz_json_read_value (yz_json_get_member (json, "name"), find_field ("name"), &value, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (g_variant_get_string (value, NULL), ==, "乙");
}

static void
test_value_and_back (void)
{
  static const char *const values[][2] = {
    { "name", "塘\"厦\\\n站\t\x01" },
    { "seats", "12" },
    { "area", "0.1" },
    { "smart", "no" },
    { "opened", "2024-02-29" },
    { "phones", "110;0371-67956331" },
    { "services", "water:paused:2025-01-01;wifi" },
    { "note", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      const YzField *field = find_field (values[i][0]);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (GVariant) value = NULL;
      g_autoptr (GVariant) back = NULL;
      g_autoptr (YzJson) json = NULL;

      g_assert_true (yz_field_parse (field, values[i][1], &value, NULL));
      yz_json_append_value (text, value);
      json = yz_json_parse (text->str, (gssize) text->len, &error);
      g_assert_no_error (error);
      g_assert_true (yz_json_read_value (json, field, &back, &error));
      g_assert_no_error (error);
      g_assert_true (yz_field_equal (value, back));
    }
}

static void
test_wrong_types_are_errors (void)
{
  static const char *const values[][2] = {
    { "seats", "\"12\"" }, { "seats", "1.5" }, { "name", "1" },     { "phones", "[1]" },
    { "services", "[]" },  { "smart", "1" },   { "area", "\"1\"" }, { "services", "{\"water\": {}}" },
    { "phones", "\"1\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (YzJson) json = yz_json_parse (values[i][1], -1, NULL);
      g_autoptr (GVariant) value = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_false (yz_json_read_value (json, find_field (values[i][0]), &value, &error));
      g_assert_error (error, YZ_JSON_ERROR, YZ_JSON_ERROR_TYPE);
      g_assert_null (value);
    }
}

static void
test_reals (void)
{
  static const double numbers[] = { 0.1, 113.1234567890123, 1e300, 5e-324, -0.0, 1.0 / 3, 100 };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      yz_json_append_real (text, numbers[i]);
      g_assert_true (yz_json_scan (text->str, -1, NULL));
      g_assert_cmpfloat (g_ascii_strtod (text->str, NULL), ==, numbers[i]);
    }
}

/* What others write: a number as a text, and members in any order. */
static void
test_members (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzJson)
    json = yz_json_parse ("{\"b\": 7, \"a\": \"x\", \"c\": 1.5, \"d\": true, \"e\": null, \"f\": []}", -1, &error);
  g_auto (GStrv) members = yz_json_list_members (json);
  static const char *const texts[] = { "7", "x", "1.5", "true", "", "" };
  g_autofree char *joined = g_strjoinv ("", members);
  g_auto (GStrv) none = yz_json_list_members (yz_json_get_member (json, "a"));

  g_assert_no_error (error);
  g_assert_cmpstr (joined, ==, "bacdef");
  g_assert_cmpuint (g_strv_length (none), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = yz_json_dup_text (yz_json_get_member (json, members[i]));

      g_assert_cmpstr (text, ==, texts[i]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/wire/json/valid", test_valid);
  g_test_add_func ("/wire/json/refused", test_refused);
  g_test_add_func ("/wire/json/depth", test_depth);
  g_test_add_func ("/wire/json/hostile-depth", test_hostile_depth);
  g_test_add_func ("/wire/json/hostile-numbers", test_hostile_numbers);
  g_test_add_func ("/wire/json/hostile-bytes", test_hostile_bytes);
  g_test_add_func ("/wire/json/hostile-length", test_hostile_length);
  g_test_add_func ("/wire/json/duplicate-members", test_duplicate_members);
  g_test_add_func ("/wire/json/value-and-back", test_value_and_back);
  g_test_add_func ("/wire/json/wrong-types-are-errors", test_wrong_types_are_errors);
  g_test_add_func ("/wire/json/reals", test_reals);
  g_test_add_func ("/wire/json/members", test_members);
  return g_test_run ();
}
