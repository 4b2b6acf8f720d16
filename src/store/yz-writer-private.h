/*
 * Writes one action: rows, log, and what is made from rows, inside a transaction that the caller holds.
 * The only code that writes records, together with yz-reversal.c.
 */
#pragma once

#include "yz-log-private.h"
#include "yz-references-private.h"

G_BEGIN_DECLS

typedef struct _YzWriter YzWriter;

/**
 * yz_writer_begin:
 * @entry: (transfer none): the action; must live as long as the writer
 */
YzWriter *yz_writer_begin (YzDatabase *database, YzLogEntry *entry, GError **error);
void      yz_writer_free (YzWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzWriter, yz_writer_free)

/**
 * yz_writer_write:
 *
 * Checks a change against the rules and against what is stored, and writes it.
 */
gboolean yz_writer_write (YzWriter *self, const YzChange *change, GError **error);

/**
 * yz_writer_finish:
 *
 * Checks what could only be checked when everything is written, and ends the action. Does not commit.
 */
gboolean yz_writer_finish (YzWriter *self, GError **error);

G_END_DECLS
