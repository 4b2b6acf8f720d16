/* Sums of money as letters and receipts write them out. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * yz_amount_to_capitals:
 * @fen: an amount
 *
 * The financial numerals of the People's Bank's rules for bills (《正确填写票据和结算凭证的基本规定》), which nobody can
 * alter: "壹仟贰佰元整", "壹拾元零伍分".
 *
 * Returns: (transfer full): the words; from a trillion yuan on, digits
 */
char *yz_amount_to_capitals (gint64 fen);

G_END_DECLS
