#pragma once
// Refusals and faults of the register's file: 7000-7999.

#include "base/refusal.h"

namespace lotline::storage {

// What opening a register refuses.
inline constexpr RefusalKind no_such_register{7001, "no_such_register", "there is no register of this name"};
inline constexpr RefusalKind not_a_register{7002, "not_a_register", "the file is not a register"};
inline constexpr RefusalKind newer_register{
    7003, "newer_register", "the register was written by a newer version of the program, which alone can open it"};
inline constexpr RefusalKind older_register{
    7004, "older_register",
    "the register was written by an older version of the program; lotline upgrade takes it over and keeps a copy"};
inline constexpr RefusalKind damaged_register{7005, "damaged_register", "the register's file is truncated or damaged"};
inline constexpr RefusalKind read_only_register{7006, "read_only_register",
                                                "the register's file or folder may not be written to"};
inline constexpr RefusalKind locked_register{7007, "locked_register", "another process keeps the register locked"};
inline constexpr RefusalKind no_such_folder{7008, "no_such_folder",
                                            "the folder that should hold the register is missing"};
inline constexpr RefusalKind register_exists{7009, "register_exists",
                                             "a file of this name exists already and is left as it is"};
// What may also happen while a register is open.
inline constexpr RefusalKind disk_full{7010, "disk_full", "the disk is full"};
inline constexpr RefusalKind storage_io{7011, "storage_io", "the disk failed to read or write"};
inline constexpr RefusalKind changed_register{
    7012, "changed_register", "the register was written to while it was read, and has to be opened again"};
inline constexpr RefusalKind broken_constraint{7013, "broken_constraint",
                                               "a table refused a row that breaks its rules"};
inline constexpr RefusalKind storage_fault{7014, "storage_fault", "the store reported an error"};
inline constexpr RefusalKind scan_folder_unwritable{7015, "scan_folder_unwritable",
                                                    "the folder of scans beside the register cannot be written to"};

}  // namespace lotline::storage
