package dev.codemode.examples.bookshop.shop;

import dev.codemode.annotation.CodeModeOperation;
import dev.codemode.annotation.CodeModeParam;
import dev.codemode.annotation.CodeModeService;
import dev.codemode.catalog.Effect;
import dev.codemode.source.OperationFailedException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Customers, their addresses and loyalty points. Thread-safe. */
@CodeModeService(name = "customers")
public final class CustomerService {
    private final Database database;
    private final Clock clock;

    /** Creates the service over a database that somebody else closes. */
    public CustomerService(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Finds customers.
     *
     * @param name part of the name, in any case
     * @param country ISO 3166 code of two letters, such as "NL"
     * @param minPoints only customers with at least this many loyalty points
     * @param offset how many customers to skip
     * @param limit how many customers to return
     * @return in the order of the numbers
     */
    @CodeModeOperation(effect = Effect.READ)
    public Page<Customer> find(
            @Nullable String name,
            @Nullable String country,
            @Nullable Integer minPoints,
            @CodeModeParam(defaultValue = "0") @Min(0) int offset,
            @CodeModeParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        Filter filter = new Filter()
                .and("LOWER(name) LIKE ?", Filter.containing(name))
                .and("country = ?", country)
                .and("points >= ?", minPoints);
        return database.transaction(sql -> Page.of(
                sql.list(
                        "SELECT * FROM customer" + filter.where() + " ORDER BY id LIMIT ? OFFSET ?",
                        CustomerService::read,
                        filter.arguments(limit, offset)),
                sql.count("SELECT COUNT(*) FROM customer" + filter.where(), filter.arguments()),
                offset));
    }

    /**
     * Returns a customer.
     *
     * @param id the customer's number
     */
    @CodeModeOperation(effect = Effect.READ)
    public Customer get(int id) {
        return database.transaction(sql -> get(sql, id));
    }

    /**
     * Returns the customer of an e-mail address.
     *
     * @param email the whole address, in any case
     * @return null if nobody has the address
     */
    @CodeModeOperation(effect = Effect.READ)
    public Optional<Customer> byEmail(String email) {
        return database.transaction(
                sql -> sql.first("SELECT * FROM customer WHERE email = LOWER(?)", CustomerService::read, email));
    }

    /** Registers a customer, who starts without loyalty points. */
    @CodeModeOperation(effect = Effect.WRITE)
    public Customer register(NewCustomer customer) {
        Address address = customer.address();
        return database.transaction(sql -> {
            try {
                int id = sql.insert(
                        "INSERT INTO customer (name, email, street, city, postcode, country, points, since)"
                                + " VALUES (?, LOWER(?), ?, ?, ?, ?, 0, ?)",
                        customer.name(),
                        customer.email(),
                        address.street(),
                        address.city(),
                        address.postcode(),
                        address.country(),
                        LocalDate.now(clock));
                return get(sql, id);
            } catch (SQLIntegrityConstraintViolationException e) {
                throw new OperationFailedException("A customer with the e-mail address '" + customer.email()
                        + "' is registered already. customers.byEmail returns them.");
            }
        });
    }

    /**
     * Changes where a customer's parcels go.
     *
     * @param id the customer's number
     * @param address the new address
     */
    @CodeModeOperation(effect = Effect.WRITE)
    public Customer changeAddress(int id, Address address) {
        return database.transaction(sql -> {
            sql.update(
                    "UPDATE customer SET street = ?, city = ?, postcode = ?, country = ? WHERE id = ?",
                    address.street(),
                    address.city(),
                    address.postcode(),
                    address.country(),
                    id);
            return get(sql, id);
        });
    }

    /**
     * Adds loyalty points, which may lift the customer to a higher level.
     *
     * @param id the customer's number
     * @param points how many points to add
     */
    @CodeModeOperation(effect = Effect.WRITE)
    public Customer addPoints(int id, @Positive @Max(10_000) int points) {
        return database.transaction(sql -> {
            sql.update("UPDATE customer SET points = points + ? WHERE id = ?", points, id);
            return get(sql, id);
        });
    }

    static Customer get(Sql sql, int id) throws SQLException {
        return sql.first("SELECT * FROM customer WHERE id = ?", CustomerService::read, id)
                .orElseThrow(() -> new OperationFailedException(
                        "There is no customer " + id + ". customers.find finds customers by name."));
    }

    private static Customer read(ResultSet row) throws SQLException {
        Address address = new Address(
                row.getString("street"), row.getString("city"), row.getString("postcode"), row.getString("country"));
        int points = row.getInt("points");
        return new Customer(
                row.getInt("id"),
                row.getString("name"),
                row.getString("email"),
                address,
                points,
                LoyaltyLevel.of(points),
                row.getObject("since", LocalDate.class));
    }
}
