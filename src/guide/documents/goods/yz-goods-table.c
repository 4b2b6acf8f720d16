#include "config.h"

#include "yz-goods-table-private.h"

#define BOXES 4

/* Returns what the cell tells, and below it perhaps a note. */
typedef char *(*CellText) (const YzGoodsLine *line, YzPrintLanguage language, char **note);

static char *
show_slot (const YzGoodsLine *line, YzPrintLanguage language, char **note)
{
  return g_strdup (line->place);
}

static char *
show_code (const YzGoodsLine *line, YzPrintLanguage language, char **note)
{
  return g_strdup (line->code);
}

static char *
show_item (const YzGoodsLine *line, YzPrintLanguage language, char **note)
{
  return g_strdup (line->item);
}

static char *
show_unit (const YzGoodsLine *line, YzPrintLanguage language, char **note)
{
  return g_strdup (line->unit);
}

static char *
show_lot (const YzGoodsLine *line, YzPrintLanguage language, char **note)
{
  return g_strdup (yz_goods_say_dash (line->lot));
}

static char *
show_books (const YzGoodsLine *line, YzPrintLanguage language, char **note)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, line->quantity);
}

static char *
show_quantity (const YzGoodsLine *line, YzPrintLanguage language, char **note)
{
  return yz_goods_say_quantity (line->quantity, line->unit);
}

static char *
show_arrived (const YzGoodsLine *line, YzPrintLanguage language, char **note)
{
  return line->arrived >= 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, line->arrived) : NULL;
}

static char *
show_difference (const YzGoodsLine *line, YzPrintLanguage language, char **note)
{
  if (line->arrived < 0)
    return NULL;
  return line->arrived == line->quantity ? g_strdup ("0")
                                         : g_strdup_printf ("%+" G_GINT64_FORMAT, line->arrived - line->quantity);
}

static char *
show_price (const YzGoodsLine *line, YzPrintLanguage language, char **note)
{
  return line->value_fen >= 0 ? yz_goods_say_money (line->value_fen) : g_strdup ("—");
}

static char *
show_value (const YzGoodsLine *line, YzPrintLanguage language, char **note)
{
  return line->value_fen >= 0 ? yz_goods_say_money (yz_goods_line_get_value (line)) : g_strdup ("—");
}

static char *
show_note (const YzGoodsLine *line, YzPrintLanguage language, char **note)
{
  return g_strdup (line->note);
}

/* clang-format off */
static const struct
{
  const char *title;
  const char *english;
  const char *word; /* before the text where the column has given way */
  const char *word_english;
  YzRuledColumn column;
  CellText show;
} columns[YZ_GOODS_N_COLUMNS] = {
  [YZ_GOODS_NUMBER] = { "行", "No.", .column = { NULL, 8.5, PANGO_ALIGN_RIGHT, .bold = TRUE } },
  [YZ_GOODS_TICK] = { "✓", "✓", .column = { NULL, 8.5, PANGO_ALIGN_CENTER, .tick = TRUE } },
  [YZ_GOODS_SLOT] = { "格口", "Slot", .column = { NULL, 12, PANGO_ALIGN_CENTER, .bold = TRUE }, .show = show_slot },
  [YZ_GOODS_CODE] = { "编码", "Code", .column = { NULL, 17, .quiet = TRUE, .yields = 1 }, .show = show_code },
  [YZ_GOODS_ITEM] = { "品名、规格", "Item", .column = { NULL, 0 }, .show = show_item },
  [YZ_GOODS_SHELF] = { "库位", "Place", .column = { NULL, 24, .quiet = TRUE, .yields = 5 }, .show = show_slot },
  [YZ_GOODS_UNIT] = { "单位", "Unit", .column = { NULL, 11 }, .show = show_unit },
  [YZ_GOODS_LOT] = { "批次", "Lot", "批次", "lot", { NULL, 18, .quiet = TRUE, .yields = 2 }, show_lot },
  [YZ_GOODS_EXPIRY] = { "有效期至", "Use until", .column = { NULL, 25, .quiet = TRUE, .yields = 6 },
                        .show = yz_goods_say_expiry },
  [YZ_GOODS_BOOKS] = { "账面数", "Books", .column = { NULL, 15, PANGO_ALIGN_RIGHT }, .show = show_books },
  [YZ_GOODS_COUNTED] = { "实盘数", "Counted", .column = { NULL, 28, .boxes = BOXES } },
  [YZ_GOODS_AGAIN] = { "复盘", "Again", .column = { NULL, 15 } },
  [YZ_GOODS_QUANTITY] = { "数量", "Quantity", .column = { NULL, 19, PANGO_ALIGN_RIGHT, .bold = TRUE },
                          .show = show_quantity },
  [YZ_GOODS_SENT] = { "发出", "Sent", .column = { NULL, 19, PANGO_ALIGN_RIGHT, .bold = TRUE },
                      .show = show_quantity },
  [YZ_GOODS_ARRIVED] = { "实收", "Received", .column = { NULL, 17, PANGO_ALIGN_RIGHT }, .show = show_arrived },
  [YZ_GOODS_DIFFERENCE] = { "差异", "Differs by", .column = { NULL, 16, PANGO_ALIGN_RIGHT },
                            .show = show_difference },
  [YZ_GOODS_PRICE] = { "单价", "Price", "单价", "at", { NULL, 17, PANGO_ALIGN_RIGHT, .quiet = TRUE, .yields = 4 },
                       show_price },
  [YZ_GOODS_VALUE] = { "金额", "Value", .column = { NULL, 21, PANGO_ALIGN_RIGHT }, .show = show_value },
  [YZ_GOODS_REASON] = { "原因", "Reason", .column = { NULL, 26, .quiet = TRUE, .yields = 3 }, .show = show_note },
  [YZ_GOODS_REMARK] = { "备注", "Remarks", .column = { NULL, 21, .quiet = TRUE, .yields = 3 }, .show = show_note },
};
/* clang-format on */

static YzBlock *
new_table (YzPrintLanguage language, const YzGoodsColumn *wanted, guint n)
{
  YzRuledColumn chosen[YZ_GOODS_N_COLUMNS];
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    {
      char *title = yz_print_say_both (language, columns[wanted[i]].title, columns[wanted[i]].english);

      g_ptr_array_add (titles, title);
      chosen[i] = columns[wanted[i]].column;
      chosen[i].title = title;
      chosen[i].word = yz_print_say (language, columns[wanted[i]].word, columns[wanted[i]].word_english);
    }
  return yz_ruled_table_new (chosen, n, GOODS_ROW);
}

static void
add_line (YzBlock *table, const YzGoodsLine *line, guint number, YzPrintLanguage language, const YzGoodsColumn *wanted,
          guint n)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  YzRuledCell cells[YZ_GOODS_N_COLUMNS] = { { NULL, NULL } };

  for (guint i = 0; i < n; i++)
    {
      CellText show = columns[wanted[i]].show;
      char *note = NULL, *text = show != NULL ? show (line, language, &note) : NULL;

      if (wanted[i] == YZ_GOODS_NUMBER)
        text = g_strdup_printf ("%u", number);
      g_ptr_array_add (texts, text);
      g_ptr_array_add (texts, note);
      cells[i] = (YzRuledCell){ text, note };
    }
  yz_ruled_table_add_line (table, cells, line->id);
}

/* The lines of a page that is full, for whoever finds more there. */
static void
end_page (YzBlock *table, guint number, guint n_spare)
{
  for (guint i = 1; i <= n_spare; i++)
    yz_ruled_table_add_blank (table, number + i);
  yz_ruled_table_break (table);
}

YzBlock *
yz_goods_table_new (const YzGoodsPaper *paper, YzPrintLanguage language, const YzGoodsColumn *wanted, guint n_columns,
                    guint least_spare, guint most_spare)
{
  YzBlock *table = new_table (language, wanted, n_columns);
  guint number = 0, page = 0;

  for (guint i = 0; i < paper->groups->len; i++)
    {
      const YzGoodsGroup *group = g_ptr_array_index (paper->groups, i);

      for (guint k = 0; k < group->lines->len; k++)
        {
          const YzGoodsLine *line = g_ptr_array_index (group->lines, k);

          if (page != 0 && line->page != page)
            end_page (table, number, least_spare);
          if (k == 0 && *group->name != '\0')
            yz_ruled_table_add_band (table, group->name, group->note);
          number = line->number > 0 ? line->number : number + 1;
          page = line->page;
          add_line (table, line, number, language, wanted, n_columns);
        }
    }
  yz_ruled_table_set_spare (table, number, least_spare, most_spare);
  return table;
}
