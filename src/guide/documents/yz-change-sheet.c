/* What changed since the edition before: a page to be put into the old guide. */
#include "config.h"

#include "yz-change-blocks.h"
#include "yz-documents-private.h"
#include "yz-heading.h"
#include "yz-text-block.h"

#define N_FIRST 3

static const YzType end_label = { .size = 8.4, .bold = TRUE, .leading = 4.4 };
static const YzType end_text = { .size = 8.2, .leading = 4.4 };

static const struct
{
  const char *symbol;
  const char *chinese;
  const char *english;
} groups[YZ_GUIDE_N_CHANGE_GROUPS] = {
  [YZ_GUIDE_CHANGE_NEW] = { "yz-pin-add-symbolic", "新增", "New" },
  [YZ_GUIDE_CHANGE_WITHDRAWN] = { "yz-state-closed-for-good-symbolic", "撤销", "Closed for good" },
  [YZ_GUIDE_CHANGE_PAUSED] = { "yz-state-paused-symbolic", "暂停", "Closed for now" },
  [YZ_GUIDE_CHANGE_REOPENED] = { "yz-entrance-symbolic", "恢复开放", "Open again" },
  [YZ_GUIDE_CHANGE_HOURS] = { "yz-clock-symbolic", "开放时间", "Opening hours" },
  [YZ_GUIDE_CHANGE_ACCESS] = { "yz-entrance-symbolic", "怎么进门", "How to get in" },
  [YZ_GUIDE_CHANGE_DETAILS] = { "yz-call-symbolic", "服务、电话和地址", "Services, telephone, address" },
};

/* "第 7 版（2025 年秋季版）" */
static char *
name_edition (YzPrintLanguage language, guint number, const char *name)
{
  g_autofree char *counted = yz_print_say_number (language, number, "第 %u 版", "edition %u", "edition %u");

  if (name == NULL)
    return g_steal_pointer (&counted);
  return g_strdup_printf (language == YZ_PRINT_ENGLISH ? "%s (%s)" : "%s（%s）", counted, name);
}

static char *
compare_editions (const YzGuideContent *content, YzPrintLanguage language)
{
  g_autofree char *before = name_edition (language, content->before_edition, content->before_name);
  g_autofree char *now = content->edition > 0 ? name_edition (language, content->edition, content->edition_name) : NULL;

  if (now == NULL && language == YZ_PRINT_ENGLISH)
    return g_strdup_printf ("Compared with %s", before);
  if (now == NULL)
    return g_strdup_printf ("与%s相比", before);
  if (language == YZ_PRINT_ENGLISH)
    return g_strdup_printf ("From %s to %s", before, now);
  return g_strdup_printf ("%s与%s相比", before, now);
}

static void
add_title (YzSection *section, const YzGuideContent *content)
{
  YzPrintLanguage language = content->language;
  g_autofree char *chinese = compare_editions (content, YZ_PRINT_CHINESE);
  g_autofree char *english = compare_editions (content, YZ_PRINT_ENGLISH);
  g_autofree char *fact = yz_print_say_both (language, chinese, english);
  g_autofree char *title = yz_print_say_both (language, "这一版改了什么", "What has changed");
  g_autofree char *use = yz_print_say_both (language, "夹在旧指南里用；旧指南上没有列在这里的，都没有变",
                                            "Keep this in the old guide: what is not listed here has not changed");

  yz_section_add (section, yz_page_title_new (title, fact, use));
}

/* A change in a sentence: "7 号客运码头工会驿站：停用改造，预计 3 月恢复" */
static char *
tell_change (const YzGuideChange *change, YzPrintLanguage language)
{
  const YzGuideStation *station = change->now != NULL ? change->now : change->before;
  const YzGuideChangeLine *line = g_ptr_array_index (change->lines, 0);
  g_auto (GStrv) clauses = g_strsplit (line->is, "\n", -1);
  g_autofree char *is = g_strjoinv (yz_print_say (language, "；", "; "), clauses);
  g_autofree char *number = g_strdup_printf (language == YZ_PRINT_ENGLISH ? "%u " : "%u 号", station->number);
  const char *is_new = change->group == YZ_GUIDE_CHANGE_NEW ? yz_print_say (language, "新开，", "new, ") : "";

  if (language == YZ_PRINT_ENGLISH)
    return g_strdup_printf ("%s%s: %s%s", number, station->name, is_new, is);
  return g_strdup_printf ("%s%s：%s%s", number, station->name, is_new, is);
}

/* Where somebody would stand before a closed door comes first: one of each kind, then more of the weightiest. */
static char **
choose_first (const YzGuideChanges *changes, YzPrintLanguage language)
{
  static const YzGuideChangeGroup order[] = { YZ_GUIDE_CHANGE_PAUSED, YZ_GUIDE_CHANGE_WITHDRAWN,
                                              YZ_GUIDE_CHANGE_HOURS,  YZ_GUIDE_CHANGE_ACCESS,
                                              YZ_GUIDE_CHANGE_NEW,    YZ_GUIDE_CHANGE_REOPENED,
                                              YZ_GUIDE_CHANGE_DETAILS };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);

  for (guint round = 0; round < N_FIRST; round++)
    for (guint i = 0; i < G_N_ELEMENTS (order); i++)
      for (guint k = 0; k < changes->all->len && g_hash_table_size (told) < N_FIRST; k++)
        {
          YzGuideChange *change = g_ptr_array_index (changes->all, k);
          g_autofree char *sentence = NULL;

          if (change->group != order[i] || !g_hash_table_add (told, change))
            continue;
          sentence = tell_change (change, language);
          g_strv_builder_add (builder, sentence);
          break;
        }
  return g_strv_builder_end (builder);
}

static void
add_first (YzSection *section, const YzGuideChanges *changes, YzPrintLanguage language)
{
  g_auto (GStrv) things = choose_first (changes, language);
  guint n = g_strv_length (things);
  g_autofree char *label = yz_print_say_both (language, n == N_FIRST ? "先看三条" : "先看这里", "Read first");

  if (n == 0)
    {
      g_autofree char *nothing =
        yz_print_say_both (language, "没有改动，旧指南照用", "Nothing has changed: the old guide is still right");
      const char *const none[] = { nothing, NULL };

      yz_section_add (section, yz_change_first_new (label, none));
      return;
    }
  yz_section_add (section, yz_change_first_new (label, (const char *const *) things));
}

static void
add_groups (YzSection *section, const YzGuideChanges *changes, YzPrintLanguage language)
{
  YzGuideChangeGroup last = YZ_GUIDE_N_CHANGE_GROUPS;
  g_autoptr (YzBlock) head = yz_change_head_new (language);

  if (changes->all->len > 0)
    yz_section_add (section, g_object_ref (head));
  for (guint i = 0; i < changes->all->len; i++)
    {
      const YzGuideChange *change = g_ptr_array_index (changes->all, i);
      YzBlock *row;

      if (change->group != last)
        {
          g_autofree char *text =
            yz_print_say_both (language, groups[change->group].chinese, groups[change->group].english);
          g_autofree char *note =
            yz_print_say_number (language, changes->n_in[change->group], "%u 处", "%u station", "%u stations");

          yz_section_add (section, yz_change_group_new (groups[change->group].symbol, text, note));
          last = change->group;
        }
      row = yz_section_add (section, yz_change_row_new (change, language));
      yz_block_set_continued (row, head);
    }
}

static void
append_range (GString *text, guint first, guint last, YzPrintLanguage language)
{
  if (text->len > 0)
    g_string_append (text, yz_print_say (language, "、", ", "));
  g_string_append_printf (text, "%u", first);
  if (last == first + 1)
    g_string_append_printf (text, "%s%u", yz_print_say (language, "、", ", "), last);
  else if (last > first)
    g_string_append_printf (text, "–%u", last);
}

/* "2、6、8–12" */
static char *
list_numbers (GArray *numbers, YzPrintLanguage language)
{
  GString *text = g_string_new (NULL);
  guint begin = 0;

  for (guint i = 1; i <= numbers->len; i++)
    if (i == numbers->len || g_array_index (numbers, guint, i) != g_array_index (numbers, guint, i - 1) + 1)
      {
        append_range (text, g_array_index (numbers, guint, begin), g_array_index (numbers, guint, i - 1), language);
        begin = i;
      }
  return g_string_free (text, FALSE);
}

static void
add_numbers (YzSection *section, const char *label, GArray *numbers, YzPrintLanguage language)
{
  g_autofree char *text = NULL;
  YzBlock *heading;

  if (numbers->len == 0)
    return;
  text = list_numbers (numbers, language);
  heading = yz_section_add (section, yz_text_block_new (&end_label, label));
  yz_block_set_space (heading, 4);
  yz_block_set_keep (heading, TRUE);
  yz_section_add (section, yz_text_block_new (&end_text, text));
}

static void
add_end (YzSection *section, const YzGuideChanges *changes, YzPrintLanguage language)
{
  g_autoptr (GArray) same = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) retired = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *gone = yz_print_say_both (language, "不再使用的编号，不会给别的驿站",
                                             "Numbers no longer in use; they are not given to other stations");
  g_autofree char *label = yz_print_say_number (language, changes->same->len, "没有变的 %u 处",
                                                "%u station has not changed", "%u stations have not changed");

  for (guint i = 0; i < changes->same->len; i++)
    g_array_append_val (same, ((const YzGuideStation *) g_ptr_array_index (changes->same, i))->number);
  for (guint i = 0; i < changes->all->len; i++)
    {
      const YzGuideChange *change = g_ptr_array_index (changes->all, i);

      if (change->group == YZ_GUIDE_CHANGE_WITHDRAWN && change->before->number > 0)
        g_array_append_val (retired, change->before->number);
    }
  add_numbers (section, label, same, language);
  add_numbers (section, gone, retired, language);
}

YzDocument *
yz_change_sheet_build (const YzGuideContent *content, const YzDocumentOptions *options)
{
  YzPrintLanguage language = content->language;
  g_autoptr (YzGuideChanges) changes = yz_guide_changes_new (content);
  g_autofree char *title =
    g_strconcat (content->area, yz_print_say (language, "工会驿站服务指南改动表", " – changes to the station guide"),
                 NULL);
  g_autofree char *head =
    language == YZ_PRINT_BOTH ? yz_print_say_both (language, title, "Changes to the station guide") : g_strdup (title);
  g_autofree char *day = yz_guide_content_dup_as_of (content);
  g_autofree char *wrong = yz_print_say_both (language, "发现写错了，打", "Found a mistake? Call");
  g_autofree char *as_of = g_strconcat (day, yz_print_say (language, "。", ". "), wrong, " ", content->hotline, NULL);
  YzDocument *document = yz_document_new (title);
  YzSection *section = yz_document_add_section (document, 1);

  section->grows = FALSE;
  yz_document_set_author (document, content->publisher, NULL);
  yz_document_set_running (document, head, content->edition_name, as_of);
  add_title (section, content);
  yz_section_add (section, yz_change_sum_new (changes, content));
  add_first (section, changes, language);
  add_groups (section, changes, language);
  add_end (section, changes, language);
  return document;
}
